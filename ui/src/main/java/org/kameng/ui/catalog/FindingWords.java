package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import org.kameng.domain.catalog.Finding;
import org.kameng.ui.shared.Texts;

/** A finding in words: its rule, what is wrong, what to do. */
final class FindingWords {

    private FindingWords() {}

    static String of(Finding finding) {
        return finding.rule()
                + " · "
                + t(
                        "lint." + finding.rule().name(),
                        finding.what(),
                        Texts.either(finding.reasonZh(), finding.reasonEn()));
    }

    static String withField(Finding finding) {
        return t("lint.field", finding.field()) + " — " + of(finding);
    }
}
