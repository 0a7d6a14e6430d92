package org.kameng.tools.bench;

import java.nio.file.Path;
import java.util.Arrays;

/** The rig's door: {@code bench NAME [options]}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var name = arguments.length == 0 ? "" : arguments[0];
        var options = Options.of(Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
        switch (name) {
            case "order-to-delivery" -> new OrderToDeliveryBench(options).run();
            case "catalogue" -> new CatalogueBench(options).run();
            default -> {
                System.Logger log = System.getLogger("bench");
                log.log(
                        System.Logger.Level.ERROR,
                        "Say which: bench order-to-delivery [--seconds 30] [--in-flight 32],"
                                + " bench catalogue [--products 100000] [--cards 1000000] [--orders 100000] [--seconds 15]");
                System.exit(2);
            }
        }
    }

    /** Where benches leave their files. */
    static Path folder() {
        return House.checkout().resolve("target/bench");
    }
}
