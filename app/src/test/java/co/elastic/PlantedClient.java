package co.elastic;

/** Stands in for a client the house does not have on its path, so that its rule can turn red. */
public class PlantedClient {}
