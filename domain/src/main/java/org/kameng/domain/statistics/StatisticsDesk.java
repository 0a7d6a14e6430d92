package org.kameng.domain.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Adds up stored counts; what is open right now is asked of the small indexes of what is open. */
@Service
class StatisticsDesk implements Statistics {
    private static final int MOST_HOURS = 72;
    private static final int MOST_DAYS = 92;
    private static final int DAY_HOURS = 24;
    private static final Role[] STAFF = Role.staff().toArray(Role[]::new);
    private static final List<Measure> TRADE = List.of(Measure.PLACED, Measure.PAID, Measure.DELIVERED, Measure.REFUND);

    private final SlotTable table;
    private final OpenBusiness open;
    private final StockAtRisk stock;
    private final ObjectProvider<SupplierHealth> suppliers;
    private final StatisticsState state;
    private final Refusals refusals;
    private final Clock clock;

    StatisticsDesk(
            SlotTable table,
            OpenBusiness open,
            StockAtRisk stock,
            ObjectProvider<SupplierHealth> suppliers,
            StatisticsState state,
            Refusals refusals,
            Clock clock) {
        this.table = table;
        this.open = open;
        this.stock = stock;
        this.suppliers = suppliers;
        this.state = state;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public List<Period> hours(Actor staff, int hours) {
        require(staff, "hours", STAFF);
        return periods(lastHours(within(hours, MOST_HOURS)));
    }

    @Override
    public List<Period> days(Actor staff, int days) {
        require(staff, "days", STAFF);
        var first = ShopTime.today(clock).minusDays(within(days, MOST_DAYS) - 1L);
        return periods(IntStream.range(0, days)
                .mapToObj(day -> first.plusDays(day).atStartOfDay(ShopTime.ZONE).toInstant())
                .toList());
    }

    private static int within(int asked, int most) {
        if (asked < 1 || asked > most) throw new IllegalArgumentException("1 to " + most + " periods, not " + asked);
        return asked;
    }

    private List<Instant> lastHours(int hours) {
        var first = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(hours - 1L, ChronoUnit.HOURS);
        return IntStream.range(0, hours)
                .mapToObj(hour -> first.plus(hour, ChronoUnit.HOURS))
                .toList();
    }

    private List<Period> periods(List<Instant> starts) {
        var sums = table.sums(TRADE, starts, end());
        return starts.stream().map(start -> period(start, sums)).toList();
    }

    private static Period period(Instant start, Map<SlotKey, Sum> sums) {
        var placed = sum(sums, Measure.PLACED, start);
        return new Period(
                start,
                placed.n(),
                Money.ofFen(placed.fen()),
                sum(sums, Measure.PAID, start).n(),
                sum(sums, Measure.DELIVERED, start).n(),
                sum(sums, Measure.REFUND, start).n());
    }

    /** Over all labels. */
    private static Sum sum(Map<SlotKey, Sum> sums, Measure measure, Instant start) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getKey().measure() == measure
                        && entry.getKey().slot().equals(start))
                .map(Map.Entry::getValue)
                .reduce(Sum.ZERO, Sum::plus);
    }

    @Override
    public List<ChannelRate> payments(Actor staff, Span span) {
        require(staff, "payments", STAFF);
        var begin = begin(span);
        var found = table.sums(List.of(Measure.PAID, Measure.UNPAID), List.of(begin), end());
        return found.keySet().stream()
                .map(SlotKey::label)
                .distinct()
                .map(channel -> new ChannelRate(
                        channel,
                        found.getOrDefault(new SlotKey(Measure.PAID, begin, channel), Sum.ZERO)
                                .n(),
                        found.getOrDefault(new SlotKey(Measure.UNPAID, begin, channel), Sum.ZERO)
                                .n()))
                .sorted(Comparator.comparingLong((ChannelRate rate) -> rate.paid() + rate.unpaid())
                        .reversed())
                .toList();
    }

    @Override
    public Optional<Latency> latency(Actor staff, Span span) {
        require(staff, "latency", STAFF);
        return latencies(List.of(begin(span))).stream().findFirst();
    }

    @Override
    public List<Latency> latencyByHour(Actor staff) {
        require(staff, "latency", STAFF);
        return latencies(lastHours(DAY_HOURS));
    }

    private List<Latency> latencies(List<Instant> starts) {
        var steps = new TreeMap<Instant, LatencySteps>();
        table.sums(List.of(Measure.LATENCY), starts, end())
                .forEach((key, sum) -> steps.computeIfAbsent(key.slot(), start -> new LatencySteps())
                        .add(key, sum));
        return steps.entrySet().stream()
                .map(entry -> entry.getValue().read(entry.getKey()))
                .toList();
    }

    @Override
    public MoneyBack moneyBack(Actor staff) {
        require(staff, "refunds", Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR, Role.ADMIN);
        var decided = total(Measure.REFUND);
        var now = open.refunds();
        return new MoneyBack(
                decided.n(),
                Money.ofFen(decided.fen()),
                total(Measure.REFUNDED).n(),
                now.sum().n(),
                Money.ofFen(now.sum().fen()),
                now.since());
    }

    @Override
    public Worries worries(Actor staff) {
        require(staff, "worries", Role.FINANCE, Role.SUPPORT_AGENT, Role.OPERATOR, Role.AUDITOR, Role.ADMIN);
        var now = clock.instant();
        var undelivered = open.undelivered(now);
        return new Worries(
                open.unclosed(now).sum().n(),
                undelivered.sum().n(),
                undelivered.since(),
                total(Measure.STRAY).n(),
                total(Measure.ALARM).n());
    }

    private Sum total(Measure measure) {
        var begin = begin(Span.DAY);
        return sum(table.sums(List.of(measure), List.of(begin), end()), measure, begin);
    }

    @Override
    public List<StockRisk> stock(Actor staff, int limit) {
        require(staff, "stock", Role.OPERATOR, Role.AUDITOR, Role.ADMIN);
        return stock.worst(limit);
    }

    @Override
    public List<SupplierHealth.Standing> suppliers(Actor staff) {
        require(staff, "suppliers", Role.OPERATOR, Role.AUDITOR, Role.ADMIN);
        return suppliers
                .orderedStream()
                .flatMap(health -> health.now().stream())
                .toList();
    }

    @Override
    public Optional<Instant> countedUntil(Actor staff) {
        require(staff, "age", STAFF);
        return state.countedUntil();
    }

    private Instant begin(Span span) {
        return SlotTable.slotOf(clock.instant().minus(span.length()));
    }

    private Instant end() {
        return SlotTable.slotOf(clock.instant()).plus(SlotTable.SLOT);
    }

    private void require(Actor staff, String what, Role... anyOf) {
        if (!staff.has(anyOf)) throw refusals.refuse(staff, "statistics.view", "statistics", what);
    }
}
