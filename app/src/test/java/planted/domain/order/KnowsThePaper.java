package planted.domain.order;

class KnowsThePaper {
    org.apache.pdfbox.PlantedDocument paper;
}
