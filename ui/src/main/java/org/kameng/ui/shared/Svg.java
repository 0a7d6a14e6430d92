package org.kameng.ui.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small writer of SVG: numbers without noise, texts escaped and broken into lines by the width of their letters. */
public final class Svg {

    private final StringBuilder out = new StringBuilder(4096);

    public Svg open(String tag, Object... attributes) {
        return tag(tag, ">", attributes);
    }

    public Svg empty(String tag, Object... attributes) {
        return tag(tag, "/>", attributes);
    }

    public Svg close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    public Svg text(String raw) {
        out.append(escape(raw));
        return this;
    }

    private Svg tag(String tag, String end, Object... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value(attributes[i + 1]))
                    .append('"');
        }
        out.append(end);
        return this;
    }

    private static String value(Object raw) {
        return switch (raw) {
            case Double number -> number(number);
            case Object other -> escape(String.valueOf(other));
        };
    }

    public static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escape(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Breaks a text into at most {@code maxLines} lines of {@code width} units; what does not fit ends in an ellipsis. */
    public static List<String> lines(String text, double width, double fontSize, int maxLines) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : words(text)) {
            if (!line.isEmpty() && measure(line + word.stripTrailing(), fontSize) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        if (lines.size() <= maxLines) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, maxLines));
        kept.set(maxLines - 1, kept.get(maxLines - 1) + "…");
        return kept;
    }

    /** Chinese may break after every character, Latin only after a space. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            word.append(at);
            if (at == ' ' || wide(at)) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    static double measure(String text, double fontSize) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += wide(text.charAt(i)) ? fontSize : fontSize * 0.56;
        }
        return width;
    }

    private static boolean wide(char at) {
        return at >= 0x2E80;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
