package planted.domain.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class PublicOrder {
    @Id
    Long id;

    public void setId(Long id) {
        this.id = id;
    }
}
