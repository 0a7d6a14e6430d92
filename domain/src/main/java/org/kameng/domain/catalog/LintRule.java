package org.kameng.domain.catalog;

/** The listing standard's rules. The names are what people are told and look up; texts stand in bundles under {@code lint.<RULE>}. */
public enum LintRule {
    /** A name says what is sold. */
    L01,
    /** A description says what it is. */
    L02,
    /** The name says another face value than the field. */
    L03,
    /** Where it can be used. */
    L04,
    /** How often, on what and by when it can be activated. */
    L05,
    /** How long a card is valid when it is bought. */
    L06,
    /** How it is used. */
    L07,
    /** When money comes back. */
    L08,
    /** A word that no listing may hold. */
    L09,
    /** A price too far from the face value. */
    L10,
    /** A way around the platform: telephone, messenger, address. */
    L11
}
