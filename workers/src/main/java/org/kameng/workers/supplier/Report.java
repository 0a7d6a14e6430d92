package org.kameng.workers.supplier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.kameng.domain.supplier.Protocol;

/** What an examination found, for people and for machines. */
public record Report(Protocol protocol, String supplier, Instant at, List<Finding> findings) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));

    public Report {
        findings = List.copyOf(findings);
    }

    /** No rule is broken. */
    public boolean passed() {
        return findings.stream().noneMatch(finding -> finding.verdict() == Finding.Verdict.FAILED);
    }

    /** A line for each rule, and for each broken one what to mend. */
    public String text(Locale locale) {
        var words = ResourceBundle.getBundle(
                "certification",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var lines = new ArrayList<String>();
        lines.add(words.getString("title") + "  " + protocol + "  " + supplier + "  " + TIME.format(at));
        lines.add("");
        for (var finding : findings) {
            lines.add(words.getString(finding.verdict().name()) + "  " + finding.rule() + "  "
                    + words.getString(finding.rule() + ".title"));
            lines.add("      " + words.getString("seen") + finding.seen());
            if (finding.verdict() == Finding.Verdict.FAILED) {
                lines.add("      " + words.getString("mend") + words.getString(finding.rule() + ".mend"));
            }
        }
        lines.add("");
        lines.add(words.getString(passed() ? "passed" : "failed"));
        return String.join("\n", lines) + "\n";
    }

    public String json() {
        var rules = findings.stream()
                .map(finding -> Map.of(
                        "rule", finding.rule().name(),
                        "verdict", finding.verdict().name(),
                        "seen", finding.seen()))
                .toList();
        var all = new LinkedHashMap<String, Object>();
        all.put("protocol", protocol.name());
        all.put("supplier", supplier);
        all.put("at", at.toString());
        all.put("passed", passed());
        all.put("rules", rules);
        return Document.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }
}
