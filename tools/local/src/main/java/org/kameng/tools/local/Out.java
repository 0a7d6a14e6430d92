package org.kameng.tools.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the launcher says to the person in front of it. */
final class Out {
    private static final PrintStream SCREEN =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream TROUBLE =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Out() {}

    static synchronized void line(String text) {
        SCREEN.println(text);
    }

    static synchronized void trouble(String text) {
        TROUBLE.println(text);
    }
}
