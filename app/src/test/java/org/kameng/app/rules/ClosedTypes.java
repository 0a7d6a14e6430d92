package org.kameng.app.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The enums and sealed interfaces that our own sources declare. A switch over strings or over somebody else's enum is an
 * open set and needs its default.
 *
 * @param enums the constants of each of our enums
 * @param sealed the names of our sealed interfaces
 */
record ClosedTypes(List<Set<String>> enums, Set<String> sealed) {

    private static final Pattern ENUM = Pattern.compile("\\benum\\s+\\w+[^{]*\\{([^;{}()]*)");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");
    private static final Pattern SEALED = Pattern.compile("\\bsealed\\s+interface\\s+(\\w+)");
    private static final Pattern LABEL = Pattern.compile("\\bcase\\s+([^:]*?)\\s*(?:->|:)");

    static ClosedTypes of(Stream<Path> sources) {
        return in(sources.map(SourceRules::read).collect(Collectors.joining("\n")));
    }

    static ClosedTypes in(String source) {
        var enums = new ArrayList<Set<String>>();
        ENUM.matcher(source).results().forEach(e -> enums.add(words(CONSTANT, e.group(1))));
        var sealed = SEALED.matcher(source).results().map(s -> s.group(1)).collect(Collectors.toSet());
        return new ClosedTypes(enums, sealed);
    }

    /** Whether the labels of this switch are constants of one of our enums, or cases of one of our sealed interfaces. */
    boolean areSwitchedIn(String body) {
        var labels = new HashSet<String>();
        LABEL.matcher(body)
                .results()
                .forEach(label -> labels.addAll(List.of(label.group(1).split("\\s*,\\s*"))));
        var ofEnum = !labels.isEmpty() && enums.stream().anyMatch(constants -> constants.containsAll(labels));
        var ofSealed = labels.stream().anyMatch(label -> sealed.contains(label.split("[.<( ]")[0]));
        return ofEnum || ofSealed;
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
    }
}
