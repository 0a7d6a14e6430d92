package org.kameng.tools.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DialClock;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.DeskAct;
import org.kameng.domain.supplier.PurchaseDesk;
import org.kameng.processes.inbox.TaskFilter;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.inbox.TaskRow;

/**
 * What follows trouble: the clock is turned through the published rhythm of questions and through the day after which a person
 * decides, and then people do decide. Every wait has an end; what has not come to rest by then is named.
 */
final class Aftermath {
    /** Longer than the longest pause between two questions; the third time the buyer has been offered the money. */
    private static final List<Duration> QUESTIONS = Collections.nCopies(3, Duration.ofMinutes(11));

    /** Longer than the pause between two questions about the rest of what came in part. */
    private static final Duration AN_HOUR = Duration.ofMinutes(62);

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final Actor OPERATOR = operator(7);
    private static final Actor SECOND = operator(8);

    private final House house;
    private final Desk desk;
    private final Stalls stalls;

    Aftermath(House house, Desk desk, Stalls stalls) {
        this.house = house;
        this.desk = desk;
        this.stalls = stalls;
    }

    /** Returns when every paid order has ended or lies with a person. */
    void rest() {
        untilEmpty("questions that are due", this::dueQuestions);
        QUESTIONS.forEach(this::turn);
        bringTheRest();
        turn(AN_HOUR);
        turn(A_DAY);
        untilEmpty("orders that wait for nobody", this::unsettled);
    }

    /** Suppliers that gave a part deliver and charge the rest after all, when the buyers have their money back. */
    private void bringTheRest() {
        desk.database()
                .sql("select supplier_id, purchase_no from purchase where state = 'PARTIAL'")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(part -> stalls.complete(part.getKey(), part.getValue()));
    }

    private void turn(Duration step) {
        house.advance(step);
        desk.service(DialClock.class).setOffset(house.ahead());
        untilEmpty("questions that are due", this::dueQuestions);
    }

    /** People decide all there is: of two cases one goes to the next source and one is given up. Answers how many they were. */
    int decideAll() {
        var decided = new int[1];
        untilEmpty("orders that no decision ended", () -> {
            for (var task : tasks()) {
                if (decide(task)) decided[0]++;
            }
            return unfinished();
        });
        return decided[0];
    }

    private List<TaskRow> tasks() {
        return desk.service(TaskInbox.class)
                .list(OPERATOR, TaskFilter.ALL, PageRequest.first(200))
                .rows();
    }

    /** False when it was decided before, and the process has only not gone on yet. */
    private boolean decide(TaskRow task) {
        var act = task.reference().hashCode() % 2 == 0 ? DeskAct.NEXT : DeskAct.REFUND;
        var purchases = desk.service(PurchaseDesk.class);
        for (var purchaseNo : purchasesOf(task.reference())) {
            var seen = purchases.view(OPERATOR, purchaseNo).previews().stream()
                    .filter(preview -> preview.act() == act)
                    .findFirst();
            if (seen.isPresent()) {
                decide(
                        purchases,
                        purchaseNo,
                        new PurchaseDesk.Wish(act, seen.get().token(), "after the trouble"));
                return true;
            }
        }
        return false;
    }

    private static void decide(PurchaseDesk purchases, String purchaseNo, PurchaseDesk.Wish wish) {
        if (purchases.decide(OPERATOR, purchaseNo, wish) == PurchaseDesk.Result.DONE) return;
        var proposed = Objects.requireNonNull(purchases.view(SECOND, purchaseNo).standing());
        purchases.confirm(SECOND, proposed.id());
    }

    private List<String> purchasesOf(String order) {
        return desk.database()
                .sql("select purchase_no from purchase where order_no = :no order by intended_at desc limit 20")
                .param("no", order)
                .query(String.class)
                .list();
    }

    private List<String> dueQuestions() {
        var now = Instant.now().plus(house.ahead());
        return desk.database()
                .sql("""
                        select purchase_no from purchase where sent_at is not null and ask_at < :now and decide_at > :now
                        and state in ('INTENDED', 'PROCESSING', 'UNKNOWN', 'PARTIAL') limit 5""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private List<String> unsettled() {
        return desk.database().sql("""
                        select o.no from orders o where o.state not in ('DELIVERED', 'REFUNDED', 'CLOSED') and not exists (
                          select from engine.user_task t left join refund r on r.order_no = o.no
                          where t.state = 'CREATED' and t.external_reference in (o.no, r.refund_no)) limit 5""").query(String.class).list();
    }

    private List<String> unfinished() {
        return desk.database()
                .sql("select no from orders where state not in ('DELIVERED', 'REFUNDED', 'CLOSED') limit 5")
                .query(String.class)
                .list();
    }

    private static void untilEmpty(String what, Supplier<List<String>> left) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var now = left.get();
        while (!now.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " after " + PATIENCE.toMinutes() + " minutes: " + now);
            }
            pause();
            now = left.get();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Actor operator(int number) {
        return new Actor(new AccountId(new UUID(7, number)), "rig operator " + number, Set.of(Role.OPERATOR));
    }
}
