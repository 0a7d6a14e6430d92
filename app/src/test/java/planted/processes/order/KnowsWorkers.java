package planted.processes.order;

class KnowsWorkers {
    planted.workers.order.PayWorker worker;
}
