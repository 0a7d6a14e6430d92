package org.kameng.domain.account;

import java.time.Instant;
import java.util.Set;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Role;

/** A change of a staff account that one ADMIN proposed and a second one must confirm. {@code roles} are those afterwards. */
public record StaffChange(
        long no,
        Kind kind,
        AccountId account,
        String login,
        String displayName,
        Set<Role> roles,
        String reason,
        AccountId proposedBy,
        String proposer,
        Instant proposedAt) {
    /** CODE: a colleague lost the password and gets a new one-time code. */
    public enum Kind {
        CREATE,
        ROLES,
        ENABLE,
        CODE;

        /** The person is handed a one-time code in two halves. */
        boolean bringsCode() {
            return switch (this) {
                case CREATE, CODE -> true;
                case ROLES, ENABLE -> false;
            };
        }
    }

    public StaffChange {
        roles = Set.copyOf(roles);
    }
}
