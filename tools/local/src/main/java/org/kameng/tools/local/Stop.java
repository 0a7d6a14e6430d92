package org.kameng.tools.local;

import java.time.Duration;
import java.util.Optional;

/** The command {@code stop}: ends every run of this checkout, whichever its directory. */
final class Stop {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Stop() {}

    static int execute() {
        int ended = 0;
        for (Home home : Registry.all()) {
            Optional<Child> supervisor = Child.find(home, Owner.PART);
            if (supervisor.isPresent()) {
                supervisor.get().stop("TERM", PATIENCE);
                ended++;
            }
            int orphans = Orphans.end(home);
            if (supervisor.isPresent() || orphans > 0) {
                Out.line("Stopped what ran in " + home.dir());
                ended += orphans;
            }
            Registry.remove(home);
        }
        if (ended == 0) {
            Out.line("Nothing of this checkout is running");
        }
        return 0;
    }
}
