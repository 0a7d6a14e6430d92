package planted.processes.order;

class Hand implements planted.processes.engine.JobHandler {}
