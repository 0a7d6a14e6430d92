package org.kameng.domain.shared.crypto;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns unusable keys into one readable paragraph at the start instead of a stack trace. */
class KeyringFailureAnalyzer extends AbstractFailureAnalyzer<KeyringUnusable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, KeyringUnusable cause) {
        return new FailureAnalysis(cause.what(), KeyringUnusable.REMEDY, cause);
    }
}
