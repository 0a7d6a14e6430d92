package org.kameng.tools.enginefeed;

import java.util.Map;

/** The three arguments of the exporter. Keys come in any case: the broker lowers those it reads from its environment. */
record FeedSettings(String url, String user, String password) {

    FeedSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("engine-feed: argument url must be a jdbc:postgresql: address");
        }
    }

    static FeedSettings of(Map<String, Object> arguments) {
        return new FeedSettings(
                argument(arguments, "url"), argument(arguments, "user"), argument(arguments, "password"));
    }

    private static String argument(Map<String, Object> arguments, String name) {
        return arguments.entrySet().stream()
                .filter(argument -> argument.getKey().equalsIgnoreCase(name))
                .map(argument -> String.valueOf(argument.getValue()))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("engine-feed: argument " + name + " is missing"));
    }

    /** Without the password, which no log may show. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
