package org.apache.pdfbox;

/** Stands in for a library the house does not have on its path, so that its rule can turn red. */
public class PlantedDocument {}
