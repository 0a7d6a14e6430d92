package planted.domain.order;

class KnowsTheIndex {
    co.elastic.PlantedClient index;
}
