package org.kameng.app.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The rules that only the source can tell: R7 (switches), R8, R9 and R15. Each answers with its violations. */
final class SourceRules {

    static final List<String> MODULES = List.of("domain", "processes", "workers", "ui", "app");
    private static final int METHOD_LINES = 40;
    private static final int CLASS_LINES = 250;
    private static final int VIEW_LINES = 200;
    private static final int WORKER_LINES = 60;
    private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\s*(?:->|:)");
    private static final Pattern LITERAL_PASSWORD =
            Pattern.compile("(?im)^\\s*[\\w.-]*password\\s*[:=]\\s*(?!\\s*$)(?!\\s*\\$\\{)\\S+");

    private SourceRules() {}

    /** The checkout: the nearest folder upwards that holds `.mvn`. */
    static Path checkout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "not inside a checkout");
        }
        return folder;
    }

    static Stream<Path> mainSources(Path module) {
        var sources = module.resolve("src/main/java");
        return Files.isDirectory(sources) ? javaFiles(sources) : Stream.empty();
    }

    static Stream<Path> javaFiles(Path folder) {
        try {
            return Files.walk(folder)
                    .filter(f -> f.toString().endsWith(".java"))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** R7: a switch over our enums or sealed types lists every case and has no default. */
    static List<String> defaultsInClosedSwitches(Path file, ClosedTypes ours) {
        var found = new ArrayList<String>();
        var source = read(file);
        for (var at = source.indexOf("switch ("); at >= 0; at = source.indexOf("switch (", at + 1)) {
            var body = block(source, at);
            if (DEFAULT.matcher(body).find() && ours.areSwitchedIn(body)) {
                found.add(file + ":" + line(source, at) + " has a default in a closed switch");
            }
        }
        return found;
    }

    /** R8: every package has a null-marked package-info with a sentence. */
    static List<String> packagesWithoutSentence(Path sources) {
        return javaFiles(sources)
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
                .map(folder -> folder + " has no null-marked package-info with a sentence")
                .toList();
    }

    /** R9: sizes of classes, views, workers and methods in lines. */
    static List<String> oversized(List<Path> sources) {
        var found = new ArrayList<>(longMethods(sources));
        for (var file : sources) {
            var lines = read(file).lines().count();
            var name = file.getFileName().toString();
            var limit =
                    name.endsWith("Worker.java") ? WORKER_LINES : name.endsWith("View.java") ? VIEW_LINES : CLASS_LINES;
            if (lines > limit) {
                found.add(file + " has " + lines + " lines, at most " + limit);
            }
        }
        return found;
    }

    /** R15: settings that must stand and passwords that must not. */
    static List<String> unsafeSettings(Path file) {
        var found = new ArrayList<String>();
        var text = read(file);
        var literal = LITERAL_PASSWORD.matcher(text);
        while (literal.find()) {
            found.add(file + ":" + line(text, literal.start()) + " holds a password");
        }
        if (text.matches("(?s).*ddl-auto\\s*[:=]\\s*(?!validate|none)\\w+.*")) {
            found.add(file + " lets Hibernate change the schema");
        }
        if (text.matches("(?s).*open-in-view\\s*[:=]\\s*true.*")) {
            found.add(file + " opens the session in views");
        }
        return found;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDescribed(Path info) {
        return Files.exists(info)
                && read(info).contains("@NullMarked")
                && read(info).matches("(?s).*/\\*\\*.*\\w.*\\.\\s*\\*/.*");
    }

    // One parser for all: to open one takes longer than to parse a file.
    private static List<String> longMethods(List<Path> sources) {
        var found = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, said -> {}, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void none) {
                        var map = unit.getLineMap();
                        var body = method.getBody();
                        if (body != null) {
                            var length = map.getLineNumber(positions.getEndPosition(unit, body))
                                    - map.getLineNumber(positions.getStartPosition(unit, method))
                                    + 1;
                            if (length > METHOD_LINES) {
                                found.add(unit.getSourceFile().getName() + " " + method.getName() + " has " + length
                                        + " lines, at most " + METHOD_LINES);
                            }
                        }
                        return super.visitMethod(method, none);
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String block(String source, int from) {
        var open = source.indexOf('{', from);
        var depth = 0;
        for (var i = Math.max(open, from); i < source.length(); i++) {
            var c = source.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && c == '}') {
                return source.substring(open, i);
            }
        }
        return source.substring(from);
    }

    private static long line(String source, int at) {
        return source.substring(0, at).lines().count();
    }
}
