package org.kameng.tools.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How {@code run} was asked to run.
 *
 * @param data where everything that survives a restart lies
 * @param portOffset added to every usual port
 * @param dial whether the clock of the whole may be moved, for tests and demonstrations
 * @param stories whether the fictional shop is filled with orders that tell a story
 * @param only the parts to run, by name
 */
record Settings(Path data, int portOffset, boolean dial, boolean stories, Set<String> only) {
    private static final Set<String> PARTS = Set.of("postgres", "zeebe", "elasticsearch", "simulators", "application");

    static Settings parse(List<String> arguments) {
        Path data = Checkout.root().resolve(".local");
        int offset = 0;
        boolean dial = false;
        boolean stories = true;
        Set<String> only = PARTS;
        for (int i = 0; i < arguments.size(); i++) {
            String[] option = arguments.get(i).split("=", 2);
            switch (option[0]) {
                case "--data" -> data = Path.of(option.length > 1 ? option[1] : value(arguments, ++i, "--data"));
                case "--ports" -> offset = number(option.length > 1 ? option[1] : value(arguments, ++i, "--ports"));
                case "--dial" -> dial = true;
                case "--no-stories" -> stories = false;
                case "--only" -> only = parts(option.length > 1 ? option[1] : value(arguments, ++i, "--only"));
                default ->
                    throw new LocalException("Unknown option " + option[0]
                            + "; run knows --data DIR, --ports N, --dial, --no-stories and --only PART,PART");
            }
        }
        return new Settings(data.toAbsolutePath().normalize(), offset, dial, stories, only);
    }

    private static String value(List<String> arguments, int index, String option) {
        if (index >= arguments.size()) {
            throw new LocalException(option + " needs a value");
        }
        return arguments.get(index);
    }

    boolean includes(String part) {
        return only.contains(part);
    }

    private static Set<String> parts(String list) {
        Set<String> parts = Set.of(list.split(",", -1));
        if (!PARTS.containsAll(parts)) {
            throw new LocalException("--only takes a list of " + String.join(",", new TreeSet<>(PARTS)));
        }
        return parts;
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= 30_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new LocalException("--ports needs a number, not " + text, e);
        }
        throw new LocalException("--ports must be between 0 and 30000");
    }
}
