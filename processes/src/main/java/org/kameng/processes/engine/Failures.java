package org.kameng.processes.engine;

import java.util.ArrayList;

/** Says what went wrong without the exception's message, which may hold a secret or a person's data. */
final class Failures {
    private static final int CAUSES = 4;

    private Failures() {}

    /** The class names of the causes and the first place in our own code. */
    static String describe(Throwable failure) {
        var names = new ArrayList<String>();
        Throwable at = failure;
        while (at != null && names.size() < CAUSES) {
            names.add(at.getClass().getSimpleName());
            at = at.getCause();
        }
        return String.join(" < ", names) + place(failure);
    }

    private static String place(Throwable failure) {
        for (var frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("org.kameng.")) return " at " + frame;
        }
        return "";
    }
}
