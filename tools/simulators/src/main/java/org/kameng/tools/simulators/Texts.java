package org.kameng.tools.simulators;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads a properties file of the class path as UTF-8. */
public final class Texts {
    private Texts() {}

    public static Properties load(String resource) throws IOException {
        try (var in = Texts.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        }
    }
}
