package org.kameng.ui.engine;

import org.kameng.ui.engine.BpmnPlan.Box;
import org.kameng.ui.engine.BpmnPlan.Shape;
import org.kameng.ui.shared.Svg;

/** The figures of BPMN: rounded tasks, rings for events, diamonds for gateways, with the small signs inside them. */
final class BpmnFigures {

    private BpmnFigures() {}

    static void draw(Svg svg, Shape shape) {
        var type = shape.type();
        if (type.endsWith("Event")) {
            event(svg, shape);
        } else if (type.endsWith("Gateway")) {
            gateway(svg, shape);
        } else {
            task(svg, shape);
        }
    }

    /** Tasks, pools and notes hold their name inside; events and gateways have it beside them. */
    static boolean carriesItsName(Shape shape) {
        return !shape.type().endsWith("Event") && !shape.type().endsWith("Gateway");
    }

    private static void task(Svg svg, Shape shape) {
        var box = shape.box();
        rect(svg, "figure", box, 0, shape.type().equals("participant") ? 2 : 8);
        switch (shape.type()) {
            case "callActivity" -> rect(svg, "figure inner", box, 3, 6);
            case "userTask" -> person(svg, box.x() + 8, box.y() + 8);
            case "serviceTask" -> cog(svg, box.x() + 14, box.y() + 14);
            case "businessRuleTask" -> table(svg, box.x() + 8, box.y() + 8);
            case "receiveTask", "sendTask" -> envelope(svg, box.x() + 15, box.y() + 13, 14);
            default -> {}
        }
    }

    private static void rect(Svg svg, String css, Box box, double inset, double radius) {
        svg.empty(
                "rect",
                "class",
                css,
                "x",
                box.x() + inset,
                "y",
                box.y() + inset,
                "width",
                box.width() - 2 * inset,
                "height",
                box.height() - 2 * inset,
                "rx",
                radius);
    }

    private static void event(Svg svg, Shape shape) {
        double x = shape.box().x() + shape.box().width() / 2;
        double y = shape.box().y() + shape.box().height() / 2;
        double r = shape.box().width() / 2;
        svg.empty("circle", "class", "figure" + (shape.interrupting() ? "" : " dashed"), "cx", x, "cy", y, "r", r);
        if (!shape.type().equals("startEvent") && !shape.type().equals("endEvent")) {
            svg.empty(
                    "circle",
                    "class",
                    "figure inner" + (shape.interrupting() ? "" : " dashed"),
                    "cx",
                    x,
                    "cy",
                    y,
                    "r",
                    r - 3.5);
        }
        switch (shape.marker()) {
            case "timer" -> clock(svg, x, y, r * 0.58);
            case "message" -> envelope(svg, x, y, r * 0.95);
            case "error" ->
                path(
                        svg,
                        "sign",
                        "M%s %s l4 -8 l4 6 l4 -7 l-4 11 l-4 -6 z".formatted(Svg.number(x - 6), Svg.number(y + 4)));
            case "terminate" -> svg.empty("circle", "class", "sign solid", "cx", x, "cy", y, "r", r * 0.55);
            default -> {}
        }
    }

    private static void gateway(Svg svg, Shape shape) {
        var box = shape.box();
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        path(
                svg,
                "figure",
                "M%s %s L%s %s L%s %s L%s %s z"
                        .formatted(
                                Svg.number(x),
                                Svg.number(box.y()),
                                Svg.number(box.right()),
                                Svg.number(y),
                                Svg.number(x),
                                Svg.number(box.bottom()),
                                Svg.number(box.x()),
                                Svg.number(y)));
        switch (shape.type()) {
            case "exclusiveGateway" -> cross(svg, x, y, 7);
            case "parallelGateway" ->
                path(svg, "sign thick", "M%s %s h18 m-9 -9 v18".formatted(Svg.number(x - 9), Svg.number(y)));
            case "eventBasedGateway" -> {
                svg.empty("circle", "class", "sign", "cx", x, "cy", y, "r", 12.0);
                svg.empty("circle", "class", "sign", "cx", x, "cy", y, "r", 9.5);
                path(svg, "sign", "M%s %s l5 3.8 l-2 6 h-6 l-2 -6 z".formatted(Svg.number(x), Svg.number(y - 5)));
            }
            default -> svg.empty("circle", "class", "sign thick", "cx", x, "cy", y, "r", 9.0);
        }
    }

    private static void cross(Svg svg, double x, double y, double arm) {
        path(
                svg,
                "sign thick",
                "M%s %s l%s %s m0 -%s l-%s %s"
                        .formatted(
                                Svg.number(x - arm),
                                Svg.number(y - arm),
                                Svg.number(2 * arm),
                                Svg.number(2 * arm),
                                Svg.number(2 * arm),
                                Svg.number(2 * arm),
                                Svg.number(2 * arm)));
    }

    private static void clock(Svg svg, double x, double y, double r) {
        svg.empty("circle", "class", "sign", "cx", x, "cy", y, "r", r);
        path(
                svg,
                "sign",
                "M%s %s v-%s m0 %s h%s"
                        .formatted(
                                Svg.number(x),
                                Svg.number(y),
                                Svg.number(r * 0.7),
                                Svg.number(r * 0.7),
                                Svg.number(r * 0.55)));
    }

    private static void envelope(Svg svg, double x, double y, double width) {
        double height = width * 0.7;
        rect(svg, "sign", new Box(x - width / 2, y - height / 2, width, height), 0, 1);
        path(
                svg,
                "sign",
                "M%s %s l%s %s l%s -%s"
                        .formatted(
                                Svg.number(x - width / 2),
                                Svg.number(y - height / 2),
                                Svg.number(width / 2),
                                Svg.number(height * 0.55),
                                Svg.number(width / 2),
                                Svg.number(height * 0.55)));
    }

    private static void person(Svg svg, double x, double y) {
        svg.empty("circle", "class", "sign", "cx", x + 6, "cy", y + 4, "r", 3.4);
        path(svg, "sign", "M%s %s c0 -7 12 -7 12 0 z".formatted(Svg.number(x), Svg.number(y + 13)));
    }

    private static void cog(Svg svg, double x, double y) {
        svg.empty("circle", "class", "sign", "cx", x, "cy", y, "r", 4.5);
        path(
                svg,
                "sign",
                "M%1$s %2$s v-7 m0 14 v-7 h-7 m14 0 h-7 l-5 -5 m10 10 l-5 -5 l5 -5 m-10 10 l5 -5"
                        .formatted(Svg.number(x), Svg.number(y)));
    }

    private static void table(Svg svg, double x, double y) {
        rect(svg, "sign", new Box(x, y, 14, 11), 0, 1);
        path(svg, "sign", "M%1$s %2$s h14 m-14 3.7 h14 m-9.5 -3.7 v7.4".formatted(Svg.number(x), Svg.number(y + 3.6)));
    }

    private static void path(Svg svg, String css, String d) {
        svg.empty("path", "class", css, "d", d);
    }
}
