package planted.ui.order;

public class OrderPage {
    jakarta.persistence.EntityManager entities;
}
