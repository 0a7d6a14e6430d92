package planted.domain.catalog;

public class UsesOrder {
    planted.domain.order.inner.Room brokenIn;
}
