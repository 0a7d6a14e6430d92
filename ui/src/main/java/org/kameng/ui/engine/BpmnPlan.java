package org.kameng.ui.engine;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What a BPMN file says about its picture: shapes and edges with their places, names and kinds, in the file's own units. */
record BpmnPlan(List<Shape> shapes, List<Edge> edges) {

    record Box(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }

    record Point(double x, double y) {}

    /** {@code marker} is the event definition ("timer", "message", "error", "terminate", …) or the empty string. */
    record Shape(
            String id,
            String type,
            String name,
            String marker,
            boolean interrupting,
            Box box,
            @Nullable Box label) {}

    record Edge(
            String id,
            String type,
            String name,
            List<Point> points,
            @Nullable Box label) {}

    private static final Set<String> EVENT_DEFINITIONS = Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "errorEventDefinition",
            "terminateEventDefinition",
            "signalEventDefinition",
            "escalationEventDefinition",
            "compensateEventDefinition",
            "linkEventDefinition",
            "conditionalEventDefinition");

    /** Reads a model; throws IllegalArgumentException when it is not well-formed XML. */
    static BpmnPlan read(String xml) {
        var root = parse(xml);
        Map<String, Element> model = new HashMap<>();
        collect(root, model);
        var shapes = new ArrayList<Shape>();
        var edges = new ArrayList<Edge>();
        for (Element drawn : descendants(root, "BPMNShape")) {
            shapes.add(shape(drawn, model.get(drawn.getAttribute("bpmnElement"))));
        }
        for (Element drawn : descendants(root, "BPMNEdge")) {
            edges.add(edge(drawn, model.get(drawn.getAttribute("bpmnElement"))));
        }
        // Notes are written for those who change the model; the people at the desk have the timeline.
        shapes.removeIf(shape -> shape.type().equals("textAnnotation"));
        edges.removeIf(edge -> edge.type().equals("association"));
        return new BpmnPlan(List.copyOf(shapes), List.copyOf(edges));
    }

    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        shapes.forEach(shape -> names.put(shape.id(), shape.name()));
        return names;
    }

    private static Element parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (java.io.IOException | org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalArgumentException("not a readable BPMN model", e);
        }
    }

    private static Shape shape(Element drawn, @Nullable Element meant) {
        var type = meant == null ? "unknown" : meant.getLocalName();
        return new Shape(
                drawn.getAttribute("bpmnElement"),
                type,
                meant == null ? "" : meant.getAttribute("name"),
                meant == null ? "" : marker(meant),
                meant == null || !"false".equals(meant.getAttribute("cancelActivity")),
                box(descendants(drawn, "Bounds").getFirst()),
                label(drawn));
    }

    private static Edge edge(Element drawn, @Nullable Element meant) {
        var points = descendants(drawn, "waypoint").stream()
                .map(at -> new Point(number(at, "x"), number(at, "y")))
                .toList();
        var type = meant == null ? "sequenceFlow" : meant.getLocalName();
        var name = meant == null ? "" : meant.getAttribute("name");
        return new Edge(drawn.getAttribute("bpmnElement"), type, name, points, label(drawn));
    }

    private static String marker(Element meant) {
        for (Element child : children(meant)) {
            if (EVENT_DEFINITIONS.contains(child.getLocalName())) {
                return child.getLocalName().replace("EventDefinition", "").toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static @Nullable Box label(Element drawn) {
        var labels = descendants(drawn, "BPMNLabel");
        if (labels.isEmpty()) {
            return null;
        }
        var bounds = descendants(labels.getFirst(), "Bounds");
        return bounds.isEmpty() ? null : box(bounds.getFirst());
    }

    private static Box box(Element bounds) {
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element at, String attribute) {
        return Double.parseDouble(at.getAttribute(attribute));
    }

    private static void collect(Element from, Map<String, Element> into) {
        if (from.hasAttribute("id")) {
            into.putIfAbsent(from.getAttribute("id"), from);
        }
        children(from).forEach(child -> collect(child, into));
    }

    private static List<Element> children(Element of) {
        var found = new ArrayList<Element>();
        for (Node child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> descendants(Element of, String localName) {
        var nodes = of.getElementsByTagNameNS("*", localName);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
