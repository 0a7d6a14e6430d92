package planted.domain.catalog;

import java.util.List;
import org.springframework.data.repository.Repository;

public interface OpenRepository extends Repository<Object, Long> {
    List<Object> findAll();
}
