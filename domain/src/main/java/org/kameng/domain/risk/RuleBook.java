package org.kameng.domain.risk;

import java.util.List;
import java.util.Set;

/** All rules under one version, and the addresses behind which many people are normal. */
record RuleBook(String version, List<Rule> rules, Set<String> knownNat) {}
