package planted.domain.catalog;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class Careless {
    @Autowired
    Object injected;

    void act() {
        System.out.println(Instant.now());
    }
}
