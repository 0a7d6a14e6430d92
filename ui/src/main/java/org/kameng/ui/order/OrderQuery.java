package org.kameng.ui.order;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderFilter;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.shared.AccountId;
import org.kameng.ui.shared.Formats;

/** What the list of orders shows, as it stands in the address: a link to a list is the list. */
record OrderQuery(
        String text,
        Set<OrderState> states,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Set<String> hidden) {

    /** What an order number begins with; anything else, like a phone, must never reach an address. */
    static final String NUMBER = "[Kk]([Mm][0-9A-Za-z]*)?";

    OrderQuery {
        text = text.strip().matches(NUMBER) ? text.strip() : "";
        states = Set.copyOf(states);
        hidden = Set.copyOf(hidden);
    }

    static OrderQuery of(QueryParameters address) {
        var states = EnumSet.noneOf(OrderState.class);
        var names = list(address, "state");
        Arrays.stream(OrderState.values())
                .filter(state -> names.contains(state.name()))
                .forEach(states::add);
        return new OrderQuery(
                address.getSingleParameter("q").orElse(""),
                states,
                day(address, "from"),
                day(address, "until"),
                new TreeSet<>(list(address, "hide")));
    }

    OrderQuery withHidden(Set<String> columns) {
        return new OrderQuery(text, states, from, until, columns);
    }

    QueryParameters address() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", text);
        put(
                parameters,
                "state",
                String.join(",", new TreeSet<>(states.stream().map(Enum::name).toList())));
        put(parameters, "from", from == null ? "" : from.toString());
        put(parameters, "until", until == null ? "" : until.toString());
        put(parameters, "hide", String.join(",", new TreeSet<>(hidden)));
        return new QueryParameters(parameters);
    }

    OrderFilter filter(@Nullable Set<AccountId> buyers) {
        return new OrderFilter(
                text.isEmpty() ? null : text,
                states,
                null,
                null,
                start(from),
                until == null ? null : start(until.plusDays(1)),
                buyers);
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Formats.ZONE).toInstant();
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (!value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }

    private static List<String> list(QueryParameters address, String name) {
        var values = new ArrayList<String>();
        address.getSingleParameter(name).ifPresent(text -> values.addAll(Arrays.asList(text.split(",", -1))));
        values.removeIf(String::isBlank);
        return values;
    }

    private static @Nullable LocalDate day(QueryParameters address, String name) {
        try {
            return address.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException mistyped) {
            return null;
        }
    }
}
