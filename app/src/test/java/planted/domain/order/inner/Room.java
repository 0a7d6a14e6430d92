package planted.domain.order.inner;

public class Room {}
