package org.kameng.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.RouteConfiguration;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.risk.RiskRow;
import org.kameng.domain.risk.RiskService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.supplier.PurchaseView;
import org.kameng.domain.supplier.SupplyDesk;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.processes.inbox.DecideResult;
import org.kameng.processes.inbox.Decision;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskId;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskRow;
import org.kameng.processes.inbox.TaskView;
import org.kameng.processes.view.ProcessPicture;
import org.kameng.processes.view.ProcessView;
import org.kameng.processes.view.TimelineEntry;
import org.kameng.processes.view.Waiting;
import org.kameng.ui.doubles.Doors;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.People;
import org.kameng.ui.doubles.ViewTest;
import org.kameng.ui.shared.ChangeFeed;

class TaskPageTest extends ViewTest {
    private static final TaskId FIRST = new TaskId(1, 11);
    private static final TaskId SECOND = new TaskId(1, 22);

    private final Inbox inbox = new Inbox();
    private final Map<String, Long> versions = new HashMap<>();
    private final ChangeFeed feed = new ChangeFeed((kind, nos) -> {
        var asked = new HashMap<>(versions);
        asked.keySet().retainAll(nos);
        return asked;
    });
    private TaskPage page;

    /** Two payments to review; which are decided. */
    public static class Inbox {
        final List<TaskId> decided = new ArrayList<>();

        public TaskView view(Actor staff, TaskId id) {
            var row = new TaskRow(
                    id,
                    "order-to-delivery",
                    id.equals(FIRST) ? "Task_ReviewPayment" : "Task_DecidePurchase",
                    null,
                    Orders.NO.value(),
                    Set.of(Role.SUPPORT_AGENT),
                    Orders.NOON,
                    null,
                    false,
                    null,
                    false);
            return new TaskView(
                    row,
                    !decided.contains(id),
                    id.equals(FIRST) ? List.of("deliver", "refund") : List.of("ask-on", "give-up"),
                    List.of());
        }

        public DecideResult decide(Actor staff, TaskId id, Decision decision) {
            decided.add(id);
            return new DecideResult.Recorded();
        }

        public Slice<TaskRow> list(Actor staff, TaskFilter filter, PageRequest page) {
            return new Slice<>(List.of(), false);
        }
    }

    /** Knows the one order, and nothing else of it. */
    public static class Facts {
        public Optional<RefundView> find(String refundNo) {
            return Optional.empty();
        }

        public List<PurchaseView> purchases(Actor staff, OrderNo no) {
            return List.of();
        }

        public Optional<SupplyView> waiting(Actor viewer, OrderNo no) {
            return Optional.empty();
        }

        public List<RiskRow> ofOrder(Actor staff, OrderNo no) {
            return List.of();
        }

        public Optional<ProcessPicture> of(Actor staff, String businessNo) {
            return Optional.empty();
        }

        public List<TimelineEntry> timeline(Actor staff, String businessNo) {
            return List.of();
        }

        public Optional<Waiting> waitingFor(Actor staff, String businessNo) {
            return Optional.empty();
        }
    }

    /** Where a person without further tasks is led. */
    public static class Elsewhere extends Div {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void open() {
        actingAs(People.staff());
        RouteConfiguration.forSessionScope().setRoute(InboxNavigation.TASKS, Elsewhere.class);
        var facts = new Facts();
        page = shown(new TaskPage(
                Partial.of(TaskInbox.class, inbox),
                new TaskFacts(
                        new Orders().service(),
                        Partial.of(Refunds.class, facts),
                        Partial.of(SupplyDesk.class, facts),
                        Partial.of(RiskService.class, facts)),
                Partial.of(ProcessView.class, facts),
                feed,
                Clock.fixed(Orders.NOON, ZoneOffset.UTC)));
    }

    @Test
    void the_next_case_opens_with_a_form_of_its_own() {
        enter(FIRST);
        decide("refund", "Payer does not know of it");
        enter(SECOND);
        assertThat(verdict().getValue()).isNull();
        assertThat($(TextArea.class).id("reason").getValue()).isEmpty();
        decide("ask-on", "The supplier is slow");
        assertThat(inbox.decided).containsExactly(FIRST, SECOND);
    }

    @Test
    void news_of_the_last_case_do_not_touch_the_next_one() {
        versions.put(FIRST.text(), 1L);
        enter(FIRST);
        feed.round();
        enter(SECOND);
        inbox.decided.add(FIRST);
        versions.put(FIRST.text(), 2L);
        feed.round();
        roundTrip();
        assertThat($(H1.class).single().getText()).isEqualTo("Decide purchase");
        assertThat($(Button.class).withId("decide").all()).hasSize(1);
    }

    private void enter(TaskId id) {
        page.beforeEnter(Doors.to(TaskPage.class, InboxNavigation.ID, id.text()));
    }

    private void decide(String verdict, String reason) {
        verdict().setValue(verdict);
        $(TextArea.class).id("reason").setValue(reason);
        $(Button.class).id("decide").click();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> verdict() {
        return $(RadioButtonGroup.class).id("verdict");
    }
}
