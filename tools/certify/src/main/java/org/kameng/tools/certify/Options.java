package org.kameng.tools.certify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierId;
import org.kameng.workers.supplier.Trial;

/** The command line. Secrets come from files only: what stands on a command line stands in every process list. */
record Options(SupplierEndpoint supplier, Trial trial, Path out, Locale locale) {
    static final String USAGE = """
            usage: ./kameng certify --protocol ksp|fulu|goofish --url URL --keys DIR [options]
              --keys DIR        holds key, secrets (one a line, the newest first) and card-key
              --sku SKU         buys three units of this product; without it nothing is bought
              --max-fen N       what one unit may cost at most, with --sku
              --direct-sku SKU  asks for this top-up with an account that cannot exist
              --field NAME      the account field of that top-up (phone)
              --patience N      seconds for an order that is being worked on (60)
              --notify URL      where the supplier may push to (http://127.0.0.1:8080/ksp/notify/orders)
              --out DIR         where the report goes, as text and JSON (.)
              --lang zh|en      its language (zh)""";

    static Options parse(List<String> arguments) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (!name.startsWith("--") || i + 1 >= arguments.size()) {
                throw new IllegalArgumentException("not understood: " + name);
            }
            given.put(name.substring(2), arguments.get(i + 1));
        }
        var keys = Path.of(need(given, "keys"));
        var sku = given.remove("sku");
        var supplier = new SupplierEndpoint(
                new SupplierId("candidate"),
                Protocol.valueOf(need(given, "protocol").toUpperCase(Locale.ROOT)),
                URI.create(need(given, "url")),
                Files.readString(keys.resolve("key")).strip(),
                Files.readAllLines(keys.resolve("secrets")),
                Files.exists(keys.resolve("card-key"))
                        ? Files.readString(keys.resolve("card-key")).strip()
                        : "");
        var trial = new Trial(
                sku,
                sku == null ? Money.ZERO : Money.ofFen(Long.parseLong(need(given, "max-fen"))),
                given.remove("direct-sku"),
                Map.of(or(given.remove("field"), "phone"), "0"),
                URI.create(or(given.remove("notify"), "http://127.0.0.1:8080/ksp/notify/orders")),
                Duration.ofSeconds(Long.parseLong(or(given.remove("patience"), "60"))));
        var options = new Options(
                supplier,
                trial,
                Path.of(or(given.remove("out"), ".")),
                Locale.forLanguageTag(or(given.remove("lang"), "zh")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("not understood: --" + String.join(" --", given.keySet()));
        }
        return options;
    }

    private static String need(Map<String, String> given, String name) {
        var value = given.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return value;
    }

    private static String or(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }
}
