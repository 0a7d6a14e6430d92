package planted.workers.order;

import java.util.Map;
import java.util.UUID;

public class PayWorker implements planted.processes.engine.JobHandler {
    planted.ui.order.OrderPage page;

    Map<String, String> pay() {
        return Map.of("id", UUID.randomUUID().toString());
    }
}
