package org.kameng.processes.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** R11: everything is drawn, straight, and nothing lies on anything else. */
final class DrawingRules {
    private record Box(int x, int y, int width, int height) {
        boolean touches(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private record Leg(int x1, int y1, int x2, int y2) {
        boolean straight() {
            return x1 == x2 || y1 == y2;
        }

        boolean runsThrough(Box box) {
            return Math.min(x1, x2) < box.x + box.width
                    && Math.max(x1, x2) > box.x
                    && Math.min(y1, y2) < box.y + box.height
                    && Math.max(y1, y2) > box.y;
        }

        boolean meets(Leg other) {
            return Math.min(x1, x2) <= Math.max(other.x1, other.x2)
                    && Math.max(x1, x2) >= Math.min(other.x1, other.x2)
                    && Math.min(y1, y2) <= Math.max(other.y1, other.y2)
                    && Math.max(y1, y2) >= Math.min(other.y1, other.y2);
        }
    }

    private final Model model;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, List<Leg>> legs = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    private DrawingRules(Model model) {
        this.model = model;
        model.all("BPMNShape").forEach(shape -> boxes.put(shape.getAttribute("bpmnElement"), box(shape)));
        model.all("BPMNEdge").forEach(edge -> legs.put(edge.getAttribute("bpmnElement"), legs(edge)));
    }

    static List<String> violations(Model model) {
        var rules = new DrawingRules(model);
        if (rules.everythingIsDrawn()) {
            rules.sizes();
            rules.overlaps();
            rules.edges();
            rules.crossings();
            rules.happyPath();
        }
        return rules.found;
    }

    private boolean everythingIsDrawn() {
        model.nodes().keySet().stream()
                .filter(id -> !boxes.containsKey(id))
                .forEach(id -> found.add(id + " is not drawn"));
        model.flows().stream()
                .filter(flow -> !legs.containsKey(flow.id()))
                .forEach(flow -> found.add(flow.id() + " is not drawn"));
        return found.isEmpty();
    }

    private void sizes() {
        model.nodes().forEach((id, node) -> {
            var box = boxes.get(id);
            var kind = node.getLocalName();
            var width = kind.endsWith("Event") ? 36 : kind.endsWith("Gateway") ? 50 : 100;
            var height = width == 100 ? 80 : width;
            if (box.width != width || box.height != height) found.add(id + " has an unusual size");
        });
    }

    private void overlaps() {
        var ids = List.copyOf(model.nodes().keySet());
        for (var i = 0; i < ids.size(); i++) {
            for (var j = i + 1; j < ids.size(); j++) {
                var attached = attachedTo(ids.get(i)).equals(ids.get(j))
                        || attachedTo(ids.get(j)).equals(ids.get(i));
                if (!attached && boxes.get(ids.get(i)).touches(boxes.get(ids.get(j)))) {
                    found.add(ids.get(i) + " lies on " + ids.get(j));
                }
            }
        }
    }

    private String attachedTo(String id) {
        return model.nodes().get(id).getAttribute("attachedToRef");
    }

    private void edges() {
        for (var flow : model.flows()) {
            for (var leg : legs.get(flow.id())) {
                if (!leg.straight()) found.add(flow.id() + " is not right-angled");
                if (leg.x2 < leg.x1 && !isLoop(flow)) found.add(flow.id() + " goes left and is no loop");
                model.nodes().keySet().stream()
                        .filter(id -> leg.runsThrough(boxes.get(id)))
                        .filter(id -> !attachedTo(flow.source()).equals(id))
                        .forEach(id -> found.add(flow.id() + " runs through " + id));
            }
        }
    }

    /** Flows may share a leg where they leave the same element or enter the same one; elsewhere they keep apart. */
    private void crossings() {
        for (var one : model.flows()) {
            for (var other : model.flows()) {
                var related =
                        one.source().equals(other.source()) || one.target().equals(other.target());
                var follows =
                        one.target().equals(other.source()) || one.source().equals(other.target());
                if (one.id().compareTo(other.id()) >= 0 || related || follows) continue;
                if (legs.get(one.id()).stream()
                        .anyMatch(leg -> legs.get(other.id()).stream().anyMatch(leg::meets))) {
                    found.add(one.id() + " crosses " + other.id());
                }
            }
        }
    }

    private boolean isLoop(Model.Flow flow) {
        var seen = new HashSet<String>();
        var next = new ArrayList<>(List.of(flow.target()));
        while (!next.isEmpty()) {
            var id = next.removeLast();
            if (id.equals(flow.source())) return true;
            if (seen.add(id)) model.from(id).forEach(out -> next.add(out.target()));
        }
        return false;
    }

    private void happyPath() {
        for (var id : model.nodes().keySet()) {
            if (!model.nodes().get(id).getLocalName().equals("startEvent") || !isStraight(id)) continue;
            var at = id;
            Set<String> seen = new HashSet<>();
            while (seen.add(at) && !model.nodes().get(at).getLocalName().equals("endEvent")) {
                var ahead = model.from(at).stream().filter(this::isHorizontal).toList();
                if (ahead.size() != 1) {
                    found.add("straight ahead from " + at + " lead " + ahead.size() + " flows");
                    return;
                }
                at = ahead.getFirst().target();
            }
        }
    }

    private boolean isStraight(String start) {
        return model.from(start).stream().anyMatch(this::isHorizontal);
    }

    private boolean isHorizontal(Model.Flow flow) {
        var of = legs.get(flow.id());
        return of.size() == 1 && of.getFirst().y1 == of.getFirst().y2;
    }

    private static Box box(Element shape) {
        var bounds = Model.child(shape, "Bounds").orElseThrow();
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static List<Leg> legs(Element edge) {
        var points = Model.children(edge).stream()
                .filter(child -> child.getLocalName().equals("waypoint"))
                .toList();
        var legs = new ArrayList<Leg>();
        for (var i = 1; i < points.size(); i++) {
            var a = points.get(i - 1);
            var b = points.get(i);
            legs.add(new Leg(number(a, "x"), number(a, "y"), number(b, "x"), number(b, "y")));
        }
        return legs;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
