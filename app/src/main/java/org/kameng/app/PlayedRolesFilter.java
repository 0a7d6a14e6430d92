package org.kameng.app;

import java.util.Objects;
import java.util.Set;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** Leaves out the packages of roles that this process does not play. */
class PlayedRolesFilter implements TypeFilter, EnvironmentAware {

    private static final Set<String> ROLES = Set.of("ui", "workers");

    private Set<String> played = ROLES;

    @Override
    public void setEnvironment(Environment environment) {
        played = Set.of(Objects.requireNonNull(
                environment.getProperty("kameng.roles", String[].class, ROLES.toArray(new String[0]))));
        if (played.isEmpty() || !ROLES.containsAll(played)) {
            throw new IllegalStateException("kameng.roles must name ui, workers or both");
        }
    }

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
        var name = reader.getClassMetadata().getClassName();
        return ROLES.stream().anyMatch(role -> !played.contains(role) && name.startsWith("org.kameng." + role + "."));
    }
}
