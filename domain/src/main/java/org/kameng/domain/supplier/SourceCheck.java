package org.kameng.domain.supplier;

/** Looks at a source once more before money is taken for what it should give. */
interface SourceCheck {
    /** Asks the supplier and keeps what it says, unless that is fresh or cannot be known in time. May call: no connection is held. */
    void freshen(Source source);
}
