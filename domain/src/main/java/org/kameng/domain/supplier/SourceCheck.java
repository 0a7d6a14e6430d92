package org.kameng.domain.supplier;

import java.util.List;

/** Looks at sources once more before money is taken for what they should give. */
interface SourceCheck {
    /** Asks all suppliers at once and keeps what they say in time, unless it is fresh. May call: no connection is held. */
    void freshen(List<Source> sources);
}
