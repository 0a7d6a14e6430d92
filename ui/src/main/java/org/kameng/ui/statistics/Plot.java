package org.kameng.ui.statistics;

import java.util.List;
import org.kameng.ui.shared.Svg;

/**
 * The ground that charts are drawn on: a frame of fixed proportions with lines at round values and a few names below. Every
 * column says its own value as a title, the whole says its summary.
 */
final class Plot {
    static final double WIDTH = 380;
    static final double HEIGHT = 150;
    private static final double LEFT = 38;
    private static final double TOP = 10;
    private static final double BOTTOM = 128;
    private static final double FONT = 11;
    private static final double LABEL_ROOM = 34;

    private final Svg svg = new Svg();
    private final int columns;

    Plot(int columns, String title, String description) {
        this.columns = columns;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "role",
                "img",
                "aria-label",
                title + " " + description,
                "viewBox",
                "0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT));
        svg.open("title").text(title).close("title");
        svg.open("desc").text(description).close("desc");
    }

    /** A line across at a share of the height, with its value at the left. */
    Plot line(double share, String value) {
        var y = y(share);
        svg.empty("line", "class", "rule", "x1", LEFT, "x2", WIDTH, "y1", y, "y2", y);
        return label(LEFT - 5, y + 4, "end", value);
    }

    /** Names below the columns, as many as have room. */
    Plot names(List<String> names) {
        var every = (int) Math.ceil(LABEL_ROOM / width());
        for (var i = 0; i < names.size(); i++) {
            if (i % every == 0) label(x(i) + width() / 2, HEIGHT - 6, "middle", names.get(i));
        }
        return this;
    }

    Plot bar(int column, double share, double part, String css, String title) {
        var room = width() * part;
        svg.open("g").open("title").text(title).close("title");
        svg.empty(
                "rect",
                "class",
                css,
                "x",
                x(column) + (width() - room) / 2,
                "y",
                y(share),
                "width",
                room,
                "height",
                BOTTOM - y(share),
                "rx",
                1.5);
        svg.close("g");
        return this;
    }

    /** A line between two heights with a dot at the lower one. */
    Plot range(int column, double low, double high, String title) {
        var middle = x(column) + width() / 2;
        svg.open("g").open("title").text(title).close("title");
        svg.empty("line", "class", "range", "x1", middle, "x2", middle, "y1", y(low), "y2", y(high));
        svg.empty("circle", "class", "low", "cx", middle, "cy", y(low), "r", 3.2);
        svg.empty("circle", "class", "high", "cx", middle, "cy", y(high), "r", 3.2);
        svg.close("g");
        return this;
    }

    String done() {
        return svg.close("svg").toString();
    }

    private Plot label(double x, double y, String anchor, String text) {
        svg.open("text", "x", x, "y", y, "text-anchor", anchor, "font-size", FONT)
                .text(text)
                .close("text");
        return this;
    }

    private double width() {
        return (WIDTH - LEFT) / columns;
    }

    private double x(int column) {
        return LEFT + column * width();
    }

    private static double y(double share) {
        return BOTTOM - Math.clamp(share, 0, 1) * (BOTTOM - TOP);
    }
}
