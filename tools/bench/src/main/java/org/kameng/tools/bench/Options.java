package org.kameng.tools.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options of the form {@code --name value}. */
record Options(Map<String, String> values) {

    static Options of(List<String> arguments) {
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("options come as --name value");
        }
        var values = new HashMap<String, String>();
        for (var i = 0; i < arguments.size(); i += 2) {
            values.put(arguments.get(i), arguments.get(i + 1));
        }
        return new Options(values);
    }

    int number(String name, int usual) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(usual)));
    }

    String text(String name, String usual) {
        return values.getOrDefault(name, usual);
    }
}
