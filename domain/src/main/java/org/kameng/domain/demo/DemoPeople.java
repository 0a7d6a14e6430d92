package org.kameng.domain.demo;

import java.util.List;
import org.kameng.domain.shared.Role;

/** Log-ins of the demonstration. They are ordinary accounts; nothing but the data knows them. */
final class DemoPeople {
    static final String PASSWORD = "Kameng-demo-1";
    static final String OPERATOR = "olga.operator";
    static final String ADMIN = "adam.admin";
    private static final long CONSUMERS = 13800000100L;
    private static final long DISTRIBUTORS = 13800000200L;

    static final List<Person> STAFF = List.of(
            new Person(OPERATOR, "Olga Operator", Role.OPERATOR),
            new Person("oscar.operator", "Oscar Operator", Role.OPERATOR),
            new Person("sam.support", "Sam Support", Role.SUPPORT_AGENT),
            new Person("fina.finance", "Fina Finance", Role.FINANCE),
            new Person("ada.auditor", "Ada Auditor", Role.AUDITOR),
            new Person(ADMIN, "Adam Admin", Role.ADMIN),
            new Person("alma.admin", "Alma Admin", Role.ADMIN));

    private DemoPeople() {}

    static String consumerPhone(int number) {
        return number == 0 ? "13800000001" : Long.toString(CONSUMERS + number);
    }

    static String distributorPhone(int number) {
        return number == 0 ? "13800000002" : Long.toString(DISTRIBUTORS + number);
    }

    /** One staff log-in. */
    record Person(String login, String name, Role role) {}
}
