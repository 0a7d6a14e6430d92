package org.kameng.tools.bench;

import java.util.Arrays;
import java.util.List;
import org.kameng.domain.shared.Role;
import tools.jackson.databind.json.JsonMapper;

/** The pages of a running house, as its own router tells them: a page nobody thought of here is looked at all the same. */
final class Routes {

    /** The shop window is no view: stateless pages for everybody, beside the router. */
    static final List<String> SHOP_WINDOW =
            List.of("/", "/?q=nebula", "/?q=nothing-like-it", "/p/nebula-expedition", "/p/no-such-thing");

    private static final String ANYBODY = "ANYBODY";
    private static final String PERSON = "PERSON";

    private Routes() {}

    /** What the application says of a page. */
    record Route(String template, List<String> roles) {

        boolean isOpen() {
            return roles.contains(ANYBODY);
        }

        /** Who may enter after a log-in. */
        List<Role> mayEnter() {
            return Arrays.stream(Role.values())
                    .filter(role -> roles.contains(role.name()) || roles.contains(PERSON))
                    .filter(role -> role != Role.SUPPLIER)
                    .toList();
        }
    }

    static List<Route> of(House house) {
        var answer = House.get(house.app().resolve("/internal/routes"));
        return List.of(JsonMapper.shared().readValue(answer.body(), Route[].class));
    }
}
