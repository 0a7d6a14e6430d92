package org.kameng.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.ui.doubles.People;
import org.kameng.ui.doubles.ViewTest;
import org.springframework.transaction.support.TransactionOperations;

class DenialsTest extends ViewTest {
    private final List<String> recorded = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Denials denials = new Denials(
            (by, what, kind, no, facts) -> recorded.add(no),
            (scope, key, limit, window) -> {
                if (!taken.add(scope + key)) throw new DomainException(ErrorCode.RATE_LIMITED, 60);
            },
            TransactionOperations.withoutTransaction());

    @Test
    void the_record_names_the_page_and_not_whose_order_was_tried() {
        turnAway("desk/orders/KM2611220F3K9Q7ZT2WA");
        assertThat(recorded).containsExactly("desk/orders/:no");
    }

    @Test
    void who_reloads_adds_nothing_and_another_page_or_person_does() {
        denials.record(People.customer(), "desk");
        denials.record(People.customer(), "desk");
        denials.record(People.customer(), "desk/staff");
        denials.record(People.staff(), "desk");
        assertThat(recorded).containsExactly("desk", "desk/staff", "desk");
    }

    private void turnAway(String path) {
        var ui = UI.getCurrent();
        var at = new NavigationEvent(
                ui.getInternals().getRouter(), new Location(path), ui, NavigationTrigger.UI_NAVIGATE);
        new DeniedPage(denials)
                .setErrorParameter(
                        new BeforeEnterEvent(at, DeniedPage.class, RouteParameters.empty(), List.of()),
                        new ErrorParameter<>(AccessDeniedException.class, new AccessDeniedException()));
    }
}
