package org.kameng.domain.shared;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class AllRowVersions implements RowVersions {
    private final Map<String, Source> sources;

    AllRowVersions(ObjectProvider<Source> sources) {
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(Source::kind, Function.identity()));
    }

    @Override
    public Map<String, Long> versions(String kind, Collection<String> nos) {
        var source = sources.get(kind);
        if (source == null) throw new IllegalArgumentException("no versions for rows of kind " + kind);
        return nos.isEmpty() ? Map.of() : source.versions(nos);
    }
}
