package org.kameng.processes.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A BPMN file as the rules look at it. */
record Model(String fileName, Element root, Map<String, Element> nodes, List<Flow> flows) {
    static final Path FOLDER = Path.of("src/main/resources");
    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "boundaryEvent",
            "serviceTask",
            "userTask",
            "businessRuleTask",
            "callActivity",
            "exclusiveGateway",
            "eventBasedGateway");

    record Flow(String id, String name, String source, String target) {}

    static Stream<Path> files() {
        try (var all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Model of(Path file) {
        return of(file.getFileName().toString(), text(file));
    }

    static Model of(String fileName, String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            var nodes = new LinkedHashMap<String, Element>();
            var flows = new ArrayList<Flow>();
            for (var child : children(child(root, "process").orElseThrow())) {
                if (NODES.contains(child.getLocalName())) nodes.put(child.getAttribute("id"), child);
                if (child.getLocalName().equals("sequenceFlow")) flows.add(flow(child));
            }
            return new Model(fileName, root, nodes, flows);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(fileName, e);
        }
    }

    private static Flow flow(Element element) {
        return new Flow(
                element.getAttribute("id"),
                element.getAttribute("name"),
                element.getAttribute("sourceRef"),
                element.getAttribute("targetRef"));
    }

    Element process() {
        return child(root, "process").orElseThrow();
    }

    List<Flow> from(String id) {
        return flows.stream().filter(flow -> flow.source().equals(id)).toList();
    }

    List<Flow> into(String id) {
        return flows.stream().filter(flow -> flow.target().equals(id)).toList();
    }

    List<Element> all(String localName) {
        return descendants(root)
                .filter(element -> element.getLocalName().equals(localName))
                .toList();
    }

    static Stream<Element> descendants(Element of) {
        return children(of).stream().flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }

    static List<Element> children(Element of) {
        var found = new ArrayList<Element>();
        for (Node at = of.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element) found.add(element);
        }
        return found;
    }

    static Optional<Element> child(Element of, String localName) {
        return children(of).stream()
                .filter(child -> child.getLocalName().equals(localName))
                .findFirst();
    }
}
