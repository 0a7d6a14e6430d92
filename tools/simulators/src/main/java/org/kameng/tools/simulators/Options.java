package org.kameng.tools.simulators;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line: {@code --name=value}, all optional but {@code --data}. */
record Options(
        Path data,
        int wechatPort,
        int alipayPort,
        int smsPort,
        int mailPort,
        int smtpPort,
        List<Integer> supplierPorts,
        Path smsKeyFile,
        URI appUrl) {

    static Options parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not understood: " + argument);
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        var data = given.remove("data");
        if (data == null) {
            throw new IllegalArgumentException("--data=DIR is missing");
        }
        var options = new Options(
                Path.of(data),
                port(given, "wechat-port", 9101),
                port(given, "alipay-port", 9104),
                port(given, "sms-port", 9102),
                port(given, "mail-port", 9103),
                port(given, "smtp-port", 9125),
                ports(given, "supplier-ports", "9111,9112,9113,9114,9115"),
                Path.of(remove(
                        given, "sms-key-file", Path.of(data, "sms", "key").toString())),
                URI.create(remove(given, "app-url", "http://127.0.0.1:8080")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("not understood: " + given.keySet());
        }
        return options;
    }

    /** Separated by commas; nothing starts none. */
    private static List<Integer> ports(Map<String, String> given, String name, String fallback) {
        var list = remove(given, name, fallback);
        try {
            return list.isEmpty()
                    ? List.of()
                    : Stream.of(list.split(",", -1)).map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is no list of numbers: " + list, e);
        }
    }

    private static int port(Map<String, String> given, String name, int fallback) {
        var text = remove(given, name, Integer.toString(fallback));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is not a number: " + text, e);
        }
    }

    private static String remove(Map<String, String> given, String name, String fallback) {
        var value = given.remove(name);
        return value == null ? fallback : value;
    }
}
