package org.kameng.tools.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Adds up the test reports of all modules. */
record Reports(int passed, int failed, int skipped, List<String> failures) {
    private static final Set<String> FOLDERS = Set.of("surefire-reports", "failsafe-reports");
    private static final Set<String> SKIPPED_FOLDERS = Set.of("node_modules", ".git", ".local", "src", "classes");

    static Reports under(Path root) {
        int tests = 0;
        int skipped = 0;
        List<String> failures = new ArrayList<>();
        for (Path file : files(root)) {
            Element suite = parse(file);
            tests += number(suite, "tests");
            skipped += number(suite, "skipped");
            failures.addAll(failures(suite));
            int failed = number(suite, "failures") + number(suite, "errors");
            for (int i = failures(suite).size(); i < failed; i++) {
                failures.add(suite.getAttribute("name"));
            }
        }
        return new Reports(tests - skipped - failures.size(), failures.size(), skipped, List.copyOf(failures));
    }

    private static List<String> failures(Element suite) {
        List<String> names = new ArrayList<>();
        var cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            if (test.getElementsByTagName("failure").getLength() > 0
                    || test.getElementsByTagName("error").getLength() > 0) {
                names.add(test.getAttribute("classname") + "." + test.getAttribute("name"));
            }
        }
        return names;
    }

    private static int number(Element suite, String attribute) {
        String text = suite.getAttribute(attribute);
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new LocalException("Cannot read the test report " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path root) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = String.valueOf(folder.getFileName());
                    return SKIPPED_FOLDERS.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    Path folder = file.getParent();
                    if (folder != null
                            && FOLDERS.contains(String.valueOf(folder.getFileName()))
                            && name.startsWith("TEST-")
                            && name.endsWith(".xml")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
