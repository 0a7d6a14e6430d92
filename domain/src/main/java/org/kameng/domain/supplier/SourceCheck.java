package org.kameng.domain.supplier;

/** Looks at a source once more before money is taken for what it should give. */
interface SourceCheck {
    /** The source as its supplier describes it now, or as last told when that cannot be known in time. May call: no connection is held. */
    Source now(Source source);
}
