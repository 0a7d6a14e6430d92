package planted.domain.order;

class UsesCatalog {
    planted.domain.catalog.UsesOrder back;
}
