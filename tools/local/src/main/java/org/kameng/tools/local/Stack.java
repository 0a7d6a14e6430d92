package org.kameng.tools.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All parts of a running Kameng and how they find each other. */
final class Stack {
    static final String DATABASE = "kameng";
    private static final Duration SOON = Duration.ofSeconds(25);
    private static final Path SIMULATORS = Checkout.root().resolve("tools/simulators/target/simulators.jar");

    private final Home home;
    private final Settings settings;
    private final Ports ports;
    private final LocalPostgres postgres;
    private final LocalZeebe zeebe;
    private final LocalElasticsearch elasticsearch;
    private final Supplier<List<String>> program;
    private final Duration last;

    Stack(Home home, Settings settings) {
        this(home, settings, Ports.usual(settings.portOffset()), UnpackedApp.program(), SOON);
    }

    /**
     * Everything with an application of one's own.
     *
     * @param program what follows the options of its JVM
     * @param last how long it may take to end
     */
    Stack(Home home, Settings settings, Ports ports, Supplier<List<String>> program, Duration last) {
        this.home = home;
        this.settings = settings;
        this.ports = ports;
        this.program = program;
        this.last = last;
        this.postgres = new LocalPostgres(home, ports.of(Ports.Service.POSTGRES));
        this.zeebe = new LocalZeebe(home, ports, settings.dial());
        this.elasticsearch = new LocalElasticsearch(home, ports);
    }

    Ports ports() {
        return ports;
    }

    /** A page of the application. */
    URI page(String path) {
        return URI.create(ports.url(Ports.Service.APP) + path);
    }

    /** Who will listen. */
    List<Ports.Service> services() {
        return Arrays.stream(Ports.Service.values())
                .filter(service -> settings.includes(service.part()))
                .toList();
    }

    /** The parts that need no other part. */
    List<Part> foundation() {
        return Stream.of(postgresPart(), zeebePart(), elasticsearchPart(), simulators())
                .filter(part -> settings.includes(part.name()))
                .toList();
    }

    /** The parts that need the foundation. */
    List<Part> house() {
        return Stream.of(application())
                .filter(part -> settings.includes(part.name()))
                .toList();
    }

    private Part postgresPart() {
        Runnable start = () -> {
            postgres.start();
            postgres.ensureDatabase(DATABASE);
        };
        return new Part(
                LocalPostgres.PART,
                "PostgreSQL",
                start,
                () -> Ports.answers(postgres.port()),
                "INT",
                Duration.ofSeconds(30),
                home.log(LocalPostgres.PART),
                true);
    }

    private Part zeebePart() {
        Runnable start = () -> {
            zeebe.feedTo(DATABASE);
            zeebe.start();
        };
        return new Part(
                LocalZeebe.PART,
                "Zeebe",
                start,
                zeebe::healthy,
                "TERM",
                Duration.ofSeconds(40),
                home.log(LocalZeebe.PART),
                true);
    }

    private Part elasticsearchPart() {
        return new Part(
                LocalElasticsearch.PART,
                "Elasticsearch",
                elasticsearch::start,
                elasticsearch::healthy,
                "TERM",
                Duration.ofSeconds(20),
                home.log(LocalElasticsearch.PART),
                false);
    }

    private Part simulators() {
        return new JvmPart(
                        home,
                        "simulators",
                        "simulators",
                        SIMULATORS,
                        List.of("-Xmx192m", "-XX:+UseSerialGC"),
                        () -> List.of("-jar", Jars.copyFor(home, SIMULATORS).toString()),
                        List.of(
                                "--data=" + simulatorData(),
                                "--wechat-port=" + ports.of(Ports.Service.WECHAT),
                                "--alipay-port=" + ports.of(Ports.Service.ALIPAY),
                                "--sms-port=" + ports.of(Ports.Service.SMS),
                                "--mail-port=" + ports.of(Ports.Service.MAIL),
                                "--smtp-port=" + ports.of(Ports.Service.SMTP),
                                "--supplier-ports=" + supplierPorts(),
                                "--app-url=" + ports.url(Ports.Service.APP)),
                        Map.of(),
                        Stream.concat(
                                        Stream.of(
                                                Ports.Service.WECHAT,
                                                Ports.Service.ALIPAY,
                                                Ports.Service.SMS,
                                                Ports.Service.MAIL),
                                        Ports.Service.SUPPLIERS.stream())
                                .map(service -> URI.create(ports.url(service) + "/health"))
                                .toList())
                .part(SOON);
    }

    private Part application() {
        return new JvmPart(
                        home,
                        "application",
                        "application",
                        UnpackedApp.JAR,
                        List.of("-Xmx768m"),
                        program,
                        List.of(),
                        applicationEnvironment(),
                        List.of(URI.create(ports.url(Ports.Service.APP) + "/actuator/health")))
                .part(last);
    }

    private Map<String, String> applicationEnvironment() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("SERVER_PORT", Integer.toString(ports.of(Ports.Service.APP)));
        env.put("SERVER_ADDRESS", "127.0.0.1");
        env.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl(DATABASE));
        env.put("SPRING_DATASOURCE_USERNAME", postgres.appUser());
        env.put("SPRING_DATASOURCE_PASSWORD", postgres.appPassword());
        env.put("SPRING_FLYWAY_USER", postgres.ownerUser());
        env.put("SPRING_FLYWAY_PASSWORD", postgres.ownerPassword());
        env.put("KAMENG_ENGINE_GRPC", zeebe.grpc().toString());
        env.put("KAMENG_ENGINE_REST", zeebe.rest().toString());
        env.put("KAMENG_KEYS_FILE", Secrets.of(home).keysFile().toString());
        env.put("KAMENG_WECHAT_BASE_URL", ports.url(Ports.Service.WECHAT));
        env.put("KAMENG_WECHAT_CREDENTIALS", merchantFolder("wechat").toString());
        env.put("KAMENG_ALIPAY_BASE_URL", ports.url(Ports.Service.ALIPAY));
        env.put("KAMENG_ALIPAY_CREDENTIALS", merchantFolder("alipay").toString());
        env.put("KAMENG_PUBLIC_URL", ports.url(Ports.Service.APP));
        env.put("KAMENG_SMS_URL", ports.url(Ports.Service.SMS));
        env.put(
                "KAMENG_SMS_KEY_FILE",
                simulatorData().resolve("sms").resolve("key").toString());
        env.put("SPRING_MAIL_HOST", "127.0.0.1");
        env.put("SPRING_MAIL_PORT", Integer.toString(ports.of(Ports.Service.SMTP)));
        env.put("KAMENG_ELASTICSEARCH_URL", elasticsearch.uri().toString());
        env.put("KAMENG_DEMO", "true");
        env.put("KAMENG_DEMO_STORIES", Boolean.toString(settings.stories()));
        env.put(
                "KAMENG_DEMO_SUPPLIERS_KEYS",
                simulatorData().resolve("suppliers").toString());
        Ports.Service.SUPPLIERS.forEach(
                supplier -> env.put("KAMENG_DEMO_SUPPLIERS_URLS_" + supplier.name(), ports.url(supplier)));
        env.put("KAMENG_CLOCK_DIAL", Boolean.toString(settings.dial()));
        return env;
    }

    /** What a person needs to know once all is up. */
    List<String> welcome() {
        return new Greeting(home, settings, ports)
                .lines(List.of(
                        "Servers        " + postgres.jdbcUrl(DATABASE),
                        "               Zeebe gRPC " + zeebe.grpc() + "  REST " + zeebe.rest() + "  management "
                                + zeebe.management(),
                        "               Elasticsearch " + elasticsearch.uri()));
    }

    private String supplierPorts() {
        return Ports.Service.SUPPLIERS.stream()
                .map(supplier -> Integer.toString(ports.of(supplier)))
                .collect(Collectors.joining(","));
    }

    private Path simulatorData() {
        return home.simulators();
    }

    private Path merchantFolder(String channel) {
        return simulatorData().resolve(channel).resolve("merchant");
    }
}
