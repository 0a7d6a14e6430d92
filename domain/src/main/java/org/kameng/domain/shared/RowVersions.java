package org.kameng.domain.shared;

import java.util.Collection;
import java.util.Map;

/** The change feed's only question: which version does each row have that an open page shows? */
public interface RowVersions {
    /** Versions by business number for a kind such as {@code order} or {@code task}; unknown numbers are left out. */
    Map<String, Long> versions(String kind, Collection<String> nos);

    /** One feature's answer for its own kind of row; every bean of this type is asked by {@link RowVersions}. */
    interface Source {
        String kind();

        Map<String, Long> versions(Collection<String> nos);
    }
}
