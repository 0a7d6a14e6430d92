package org.kameng.ui.shared;

import java.util.Optional;
import org.kameng.domain.shared.Actor;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sits before the screen. Ask on the thread of the request; keep the answer for work that is pushed later. */
public final class CurrentActor {

    private CurrentActor() {}

    public static Actor get() {
        return person().map(Person::actor).orElseGet(Actor::guest);
    }

    public static Optional<Person> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }
}
