package org.kameng.domain.shared;

import java.util.UUID;

/** Names one account; carries no meaning and may be shown. */
public record AccountId(UUID value) {
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
