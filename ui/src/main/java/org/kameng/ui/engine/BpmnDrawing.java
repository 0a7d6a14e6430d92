package org.kameng.ui.engine;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.kameng.ui.engine.BpmnPlan.Box;
import org.kameng.ui.engine.BpmnPlan.Edge;
import org.kameng.ui.engine.BpmnPlan.Point;
import org.kameng.ui.engine.BpmnPlan.Shape;
import org.kameng.ui.shared.Svg;

/**
 * Turns a plan into one inline SVG picture. States are told by shape as well as by colour: a token (filled dot) on what is
 * active, a tick-coloured tint on what is done, an exclamation mark on what is stuck.
 */
final class BpmnDrawing {

    private static final double FONT = 12;
    private static final double MARGIN = 24;

    private final BpmnPlan plan;
    private final Set<String> active;
    private final Set<String> completed;
    private final Set<String> stuck;
    private final BinaryOperator<String> naming;

    /** {@code naming} gives the text to show for an element id and its name in the model. */
    BpmnDrawing(
            BpmnPlan plan,
            Set<String> active,
            Set<String> completed,
            Set<String> stuck,
            BinaryOperator<String> naming) {
        this.plan = plan;
        this.active = active;
        this.completed = completed;
        this.stuck = stuck;
        this.naming = naming;
    }

    String svg(String description) {
        var frame = frame();
        var svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "bpmn",
                "role",
                "img",
                "aria-label",
                description,
                "viewBox",
                Svg.number(frame.x()) + " " + Svg.number(frame.y()) + " " + Svg.number(frame.width()) + " "
                        + Svg.number(frame.height()),
                "style",
                "--bpmn-width:" + Svg.number(frame.width()) + "px");
        arrow(svg);
        plan.edges().forEach(edge -> edge(svg, edge));
        plan.shapes().stream().filter(BpmnDrawing::container).forEach(shape -> shape(svg, shape));
        plan.shapes().stream().filter(shape -> !container(shape)).forEach(shape -> shape(svg, shape));
        return svg.close("svg").toString();
    }

    private static boolean container(Shape shape) {
        return shape.type().equals("participant")
                || shape.type().equals("subProcess")
                || shape.type().equals("lane");
    }

    private void arrow(Svg svg) {
        svg.open("defs")
                .open(
                        "marker",
                        "id",
                        "bpmn-arrow",
                        "viewBox",
                        "0 0 10 10",
                        "refX",
                        "9",
                        "refY",
                        "5",
                        "markerWidth",
                        "7",
                        "markerHeight",
                        "7",
                        "orient",
                        "auto")
                .empty("path", "d", "M0 1 L9 5 L0 9 z", "class", "head")
                .close("marker")
                .close("defs");
    }

    private Box frame() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Shape shape : plan.shapes()) {
            var label = shape.label() == null ? labelBelow(shape) : shape.label();
            left = Math.min(left, Math.min(shape.box().x(), label.x()));
            top = Math.min(top, Math.min(shape.box().y(), label.y()));
            right = Math.max(right, Math.max(shape.box().right(), label.right()));
            bottom = Math.max(bottom, Math.max(shape.box().bottom(), label.bottom()));
        }
        for (Edge edge : plan.edges()) {
            for (Point point : edge.points()) {
                top = Math.min(top, point.y());
                bottom = Math.max(bottom, point.y());
            }
        }
        return left > right
                ? new Box(0, 0, 1, 1)
                : new Box(left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, bottom - top + 2 * MARGIN);
    }

    private void edge(Svg svg, Edge edge) {
        if (edge.points().size() < 2) {
            return;
        }
        var path = new StringBuilder();
        for (Point point : edge.points()) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(Svg.number(point.x()))
                    .append(' ')
                    .append(Svg.number(point.y()));
        }
        svg.open("g", "class", "edge " + edge.type() + (completed.contains(edge.id()) ? " done" : ""))
                .empty("path", "d", path, "marker-end", "url(#bpmn-arrow)");
        var name = naming.apply(edge.id(), edge.name());
        if (!name.isBlank()) {
            var at = edge.label() == null ? middle(edge.points()) : edge.label();
            label(svg, name, at, Math.max(at.width(), 90));
        }
        svg.close("g");
    }

    private static Box middle(List<Point> points) {
        var first = points.get(0);
        var second = points.get(1);
        return new Box((first.x() + second.x()) / 2 - 30, (first.y() + second.y()) / 2 - 20, 60, 14);
    }

    private void shape(Svg svg, Shape shape) {
        var state = stuck.contains(shape.id())
                ? " stuck"
                : active.contains(shape.id()) ? " active" : completed.contains(shape.id()) ? " done" : "";
        var name = naming.apply(shape.id(), shape.name());
        svg.open("g", "class", "node " + shape.type() + state, "data-element", shape.id());
        svg.open("title").text(name).close("title");
        BpmnFigures.draw(svg, shape);
        if (BpmnFigures.carriesItsName(shape)) {
            inside(svg, name, shape);
        } else if (!name.isBlank()) {
            var at = shape.label() == null ? labelBelow(shape) : shape.label();
            label(svg, name, at, Math.max(at.width(), 90));
        }
        if (!state.isBlank() && !state.equals(" done")) {
            token(svg, shape.box(), state.equals(" stuck"));
        }
        svg.close("g");
    }

    private static Box labelBelow(Shape shape) {
        return new Box(
                shape.box().x() + shape.box().width() / 2 - 45, shape.box().bottom() + 6, 90, 28);
    }

    private static void inside(Svg svg, String name, Shape shape) {
        var box = shape.box();
        boolean top = container(shape);
        var lines = Svg.lines(name, box.width() - 14, FONT, 4);
        double first = top ? box.y() + 18 : box.y() + box.height() / 2 - (lines.size() - 1) * 7.5 + 4;
        lines(svg, lines, box.x() + box.width() / 2, first);
    }

    private static void label(Svg svg, String name, Box at, double width) {
        lines(svg, Svg.lines(name, width, FONT, 3), at.x() + at.width() / 2, at.y() + FONT - 1);
    }

    private static void lines(Svg svg, List<String> lines, double x, double firstBaseline) {
        svg.open("text", "x", x, "y", firstBaseline, "text-anchor", "middle", "font-size", FONT);
        for (int i = 0; i < lines.size(); i++) {
            svg.open("tspan", "x", x, "y", firstBaseline + i * 15)
                    .text(lines.get(i))
                    .close("tspan");
        }
        svg.close("text");
    }

    private static void token(Svg svg, Box box, boolean stuck) {
        double x = box.right() - 2;
        double y = box.y() + 2;
        svg.empty("circle", "class", "token-halo", "cx", x, "cy", y, "r", 13.0);
        svg.empty("circle", "class", "token", "cx", x, "cy", y, "r", 8.0);
        if (stuck) {
            svg.open("text", "class", "bang", "x", x, "y", y + 4.5, "text-anchor", "middle", "font-size", 13.0)
                    .text("!")
                    .close("text");
        }
    }
}
