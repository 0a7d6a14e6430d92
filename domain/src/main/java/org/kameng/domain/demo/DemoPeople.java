package org.kameng.domain.demo;

import java.util.List;
import org.kameng.domain.shared.Role;

/** Log-ins of the demonstration. They are ordinary accounts; nothing but the data knows them. */
final class DemoPeople {
    static final String PASSWORD = "Kameng-demo-1";
    static final String OPERATOR = "olga.operator";
    static final String CUSTOMER_PHONE = "13800000001";
    /** May order in bulk. */
    static final String DISTRIBUTOR_PHONE = "13800000002";

    static final List<Person> STAFF = List.of(
            new Person(OPERATOR, "Olga Operator", Role.OPERATOR),
            new Person("oscar.operator", "Oscar Operator", Role.OPERATOR),
            new Person("sam.support", "Sam Support", Role.SUPPORT_AGENT),
            new Person("fina.finance", "Fina Finance", Role.FINANCE),
            new Person("ada.auditor", "Ada Auditor", Role.AUDITOR),
            new Person("adam.admin", "Adam Admin", Role.ADMIN),
            new Person("alma.admin", "Alma Admin", Role.ADMIN));

    private DemoPeople() {}

    /** One staff log-in. */
    record Person(String login, String name, Role role) {}
}
