package org.kameng.tools.simulators.sms;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The message texts registered at the gateway; one it does not know shows its name and parameters. */
final class Templates {
    private final Properties texts = new Properties();

    Templates() throws IOException {
        try (var in = Templates.class.getResourceAsStream("/sms-templates.properties")) {
            if (in == null) {
                throw new IOException("sms-templates.properties is missing");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    String text(String template, Map<String, String> params) {
        var text = texts.getProperty(template);
        if (text == null) {
            return "【卡盟】" + template + " "
                    + params.entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining("，"));
        }
        for (var param : params.entrySet()) {
            text = text.replace("{" + param.getKey() + "}", param.getValue());
        }
        return "【卡盟】" + text;
    }
}
