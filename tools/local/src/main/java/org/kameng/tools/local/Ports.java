package org.kameng.tools.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Who listens where on loopback. */
final class Ports {
    enum Service {
        APP(8080, "application", "application"),
        POSTGRES(15432, "PostgreSQL", "postgres"),
        ZEEBE_GRPC(26500, "Zeebe gRPC", "zeebe"),
        ZEEBE_COMMAND(26501, "Zeebe commands", "zeebe"),
        ZEEBE_INTERNAL(26502, "Zeebe internal", "zeebe"),
        ZEEBE_REST(8088, "Zeebe REST", "zeebe"),
        ZEEBE_MANAGEMENT(9600, "Zeebe management", "zeebe"),
        ELASTICSEARCH(19200, "Elasticsearch", "elasticsearch"),
        ELASTICSEARCH_INTERNAL(19300, "Elasticsearch internal", "elasticsearch"),
        WECHAT(9101, "WeChat Pay simulator", "simulators"),
        SMS(9102, "SMS simulator", "simulators"),
        MAIL(9103, "mail simulator", "simulators"),
        ALIPAY(9104, "Alipay simulator", "simulators"),
        SMTP(9125, "SMTP simulator", "simulators"),
        XINGZHOU(9111, "supplier xingzhou", "simulators"),
        QINGYUN(9112, "supplier qingyun", "simulators"),
        YUNDUAN(9113, "supplier yunduan", "simulators"),
        LANJING(9114, "supplier lanjing", "simulators"),
        ZHIXING(9115, "supplier zhixing", "simulators");

        /** The upstream suppliers, in the order in which the simulators take their ports. */
        static final List<Service> SUPPLIERS = List.of(XINGZHOU, QINGYUN, YUNDUAN, LANJING, ZHIXING);

        private final int usual;
        private final String title;
        private final String part;

        Service(int usual, String title, String part) {
            this.usual = usual;
            this.title = title;
            this.part = part;
        }

        /** The part that listens. */
        String part() {
            return part;
        }

        String title() {
            return title;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.') + ".port";
        }
    }

    // Below the range from which systems take the ports of outgoing connections.
    private static final int FREE_FROM = 17_000;
    private static final int FREE_TO = 31_000;

    private final Map<Service, Integer> numbers;

    private Ports(Map<Service, Integer> numbers) {
        this.numbers = numbers;
    }

    static Ports usual(int offset) {
        Map<Service, Integer> numbers = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            numbers.put(service, service.usual + offset);
        }
        return new Ports(numbers);
    }

    static Ports free() {
        Map<Service, Integer> numbers = new EnumMap<>(Service.class);
        Set<Integer> taken = new HashSet<>();
        for (Service service : Service.values()) {
            int port = 0;
            while (port == 0 || mayBeOfAHouse(port) || isBusy(port) || !taken.add(port)) {
                port = ThreadLocalRandom.current().nextInt(FREE_FROM, FREE_TO);
            }
            numbers.put(service, port);
        }
        return new Ports(numbers);
    }

    /** Whole houses of tests and benches stand hundreds apart, and begin when these ports are taken already. */
    private static boolean mayBeOfAHouse(int port) {
        return Arrays.stream(Service.values())
                .anyMatch(service -> port >= service.usual && (port - service.usual) % 100 == 0);
    }

    static Ports from(Properties properties) {
        Map<Service, Integer> numbers = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            numbers.put(service, Integer.parseInt(properties.getProperty(service.key(), "0")));
        }
        return new Ports(numbers);
    }

    void into(Properties properties) {
        numbers.forEach((service, port) -> properties.setProperty(service.key(), Integer.toString(port)));
    }

    int of(Service service) {
        return numbers.getOrDefault(service, service.usual);
    }

    /** Where a service answers. */
    String url(Service service) {
        return "http://127.0.0.1:" + of(service);
    }

    static boolean isBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without address reuse a port in TIME_WAIT of our own last run would look busy.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
