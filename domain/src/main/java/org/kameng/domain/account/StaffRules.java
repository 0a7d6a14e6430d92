package org.kameng.domain.account;

import java.util.Set;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.Role;

/** What a staff account may look like. */
final class StaffRules {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REASON = 500;
    /** Who decides on a case never moves its money. */
    private static final Set<Role> DECIDING = Set.of(Role.SUPPORT_AGENT, Role.ARBITRATOR);

    private StaffRules() {}

    static String login(String typed) {
        var login = People.normalised(typed);
        if (!People.isStaffLogin(login) || Phone.find(login).isPresent())
            throw new DomainException(ErrorCode.LOGIN_INVALID);
        return login;
    }

    static void fitting(Set<Role> roles, boolean staff) {
        if (roles.isEmpty() || roles.contains(Role.GUEST) || roles.stream().anyMatch(role -> role.isStaff() != staff))
            throw new DomainException(ErrorCode.ROLES_INVALID);
        if (roles.contains(Role.FINANCE) && DECIDING.stream().anyMatch(roles::contains))
            throw new DomainException(ErrorCode.ROLES_APART);
    }

    static String name(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME)
            throw new DomainException(ErrorCode.INVALID_INPUT, "displayName");
        return stripped;
    }

    static String reason(String text) {
        return PlainText.reason(text, LONGEST_REASON);
    }
}
