package org.kameng.processes.engine;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which parts of the work this application does; the same jar is started with other roles to scale one part. */
@Component
class Roles {
    private final Set<String> names;

    Roles(@Value("${kameng.roles:ui,workers}") Set<String> names) {
        this.names = Set.copyOf(names);
    }

    boolean workers() {
        return names.contains("workers");
    }
}
