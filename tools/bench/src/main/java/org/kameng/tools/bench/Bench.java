package org.kameng.tools.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
            case "card-file" -> new CardFileBench(options).run();
            case "catalogue" -> new CatalogueBench(options).run();
            case "hot-sku" -> new HotSkuBench(options).run();
            case "supplier-path" -> new SupplierPathBench(options).run();
            case "supplier-trouble" -> {
                if (!new SupplierTroubleBench(options).run()) {
                    System.exit(1);
                }
            }
            default -> {
                say("""
                        Say which:
                          bench order-to-delivery [--seconds 30] [--in-flight 32] [--warm-up 2500] [--rate N] [--arms engine,fed,product]
                          bench card-file [--cards 10000]
                          bench catalogue [--products 100000] [--cards 1000000] [--orders 100000] [--seconds 15]
                          bench hot-sku [--seconds 30] [--in-flight 32] [--warm-up 1500] [--claims 4000]
                          bench supplier-path [--seconds 30] [--in-flight 32] [--warm-up 800] [--supplier-ms 200] [--rate N]
                          bench supplier-trouble [--seconds 600] [--seed N] [--per-minute 90]
                        Each that starts a house takes --ports N, by which it moves every port.""");
                System.exit(2);
            }
        }
    }

    /** Says it to the person in front of the screen, whatever Spring has made of the loggers. */
    static void say(String text) {
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(text);
    }

    /** Where benches leave their files. */
    static Path folder() {
        return House.checkout().resolve("target/bench");
    }
}
