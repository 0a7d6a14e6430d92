package org.kameng.tools.local;

import java.nio.file.Path;
import java.util.List;

/** The launcher behind the script {@code kameng}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(execute(List.of(arguments)));
    }

    static int execute(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        try {
            return switch (command) {
                case "run" -> new Run(Settings.parse(rest)).execute();
                case "stop" -> Stop.execute();
                case "test-servers" -> testServers(Path.of(rest.getFirst()));
                case "test-servers-end" -> endTestServers(Path.of(rest.getFirst()));
                case "prepare" -> ClassCache.make();
                case "prepare-application" -> UnpackedApp.latest().makeCache();
                case "count" -> count(Path.of(rest.getFirst()));
                default -> throw new LocalException("Unknown command " + command + "; there are run and stop");
            };
        } catch (LocalException e) {
            Out.trouble("kameng: " + e.getMessage());
            return 1;
        }
    }

    /** Prepares servers for one build: each starts when the first test asks for it. Prints the file that describes them. */
    private static int testServers(Path directory) {
        endTestServers(directory);
        Out.line(LocalServers.describe(directory).toString());
        return 0;
    }

    private static int endTestServers(Path directory) {
        LocalServers.end(new Home(directory.toAbsolutePath().normalize()));
        return 0;
    }

    private static int count(Path root) {
        Reports reports = Reports.under(root);
        reports.failures().forEach(name -> Out.line("FAILED " + name));
        Out.line(reports.passed() + " passed, " + reports.failed() + " failed, " + reports.skipped() + " skipped");
        return reports.failed() == 0 && reports.passed() > 0 ? 0 : 1;
    }
}
