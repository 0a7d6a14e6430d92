package planted.domain.order;

class KnowsTheEngine {
    io.camunda.client.CamundaClient engine;
}
