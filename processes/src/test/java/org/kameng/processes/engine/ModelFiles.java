package org.kameng.processes.engine;

import java.util.List;

/** What the engine access deploys and counts on, for the rules about models. */
public final class ModelFiles {
    private ModelFiles() {}

    public static List<String> deployed() {
        return Models.FILES;
    }

    public static int retries() {
        return JobRunner.RETRIES;
    }
}
