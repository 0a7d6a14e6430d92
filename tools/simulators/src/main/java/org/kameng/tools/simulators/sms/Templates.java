package org.kameng.tools.simulators.sms;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.kameng.tools.simulators.Texts;

/** The message texts registered at the gateway; one it does not know shows its name and parameters. */
final class Templates {
    private final Properties texts = Texts.load("sms-templates.properties");
    private final URI shop;

    Templates(URI shop) throws IOException {
        this.shop = shop;
    }

    String text(String template, Map<String, String> params) {
        var text = texts.getProperty(template);
        if (text == null) {
            return "【卡盟】" + template + " "
                    + params.entrySet().stream()
                            .map(e -> e.getKey() + ": " + e.getValue())
                            .collect(Collectors.joining("，"));
        }
        text = text.replace("{shop}", shop.toString());
        for (var param : params.entrySet()) {
            text = text.replace("{" + param.getKey() + "}", param.getValue());
        }
        return "【卡盟】" + text;
    }
}
