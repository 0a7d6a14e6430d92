package org.kameng.tools.certify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.kameng.workers.supplier.Certification;

/** Exit code 0: the endpoint keeps the contract; 1: it does not, see the report; 2: the command was wrong. */
public final class Certify {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.ofHours(8));

    private Certify() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    static int run(List<String> arguments, PrintStream out) {
        try {
            var options = Options.parse(arguments);
            var report = new Certification(Clock.systemUTC()).examine(options.supplier(), options.trial());
            var name = "certification-" + report.protocol().name().toLowerCase(Locale.ROOT) + "-"
                    + STAMP.format(report.at());
            Files.createDirectories(options.out());
            var text = options.out().resolve(name + ".txt");
            Files.writeString(text, report.text(options.locale()));
            Files.writeString(options.out().resolve(name + ".json"), report.json());
            out.print(report.text(options.locale()));
            out.println(text);
            return report.passed() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.println(Options.USAGE);
            return 2;
        } catch (NoSuchFileException e) {
            out.println("no file " + e.getFile());
            return 2;
        } catch (IOException e) {
            out.println(e.getMessage());
            return 2;
        }
    }
}
