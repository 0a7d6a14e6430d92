package org.kameng.domain.order;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Accounts of top-ups: checked against the SKU's fields, sealed, kept under the words the buyer agreed to. */
@Component
class OrderAccounts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Orders orders;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    OrderAccounts(Orders orders, Catalog catalog, JdbcClient jdbc, FieldCipher cipher) {
        this.orders = orders;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The words to agree to now. */
    AccountConsentText text(Instant at) {
        return jdbc.sql("""
                        select version, zh, en from account_consent_text where effective_at <= :at
                        order by effective_at desc limit 1""")
                .param("at", SqlTime.of(at))
                .query((row, n) ->
                        new AccountConsentText(row.getString("version"), row.getString("zh"), row.getString("en")))
                .single();
    }

    /** The fields a SKU asks for, trimmed, and nothing else; throws ACCOUNT_FIELD_INVALID naming the first that is wrong. */
    private Map<String, String> checked(SkuId sku, Map<String, String> given) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : catalog.accountFields(sku)) {
            var value = given.getOrDefault(field.name(), "").strip();
            if (!field.accepts(value)) throw new DomainException(ErrorCode.ACCOUNT_FIELD_INVALID, field.name());
            fields.put(field.name(), value);
        }
        return fields;
    }

    /** The account an order is placed with; its consent was checked before. */
    void keep(Order order, PlaceOrder command, Instant at) {
        orders.flush();
        var consent = Objects.requireNonNull(command.accountConsentVersion());
        keep(order.no(), 1, 1, checked(command.sku(), command.account()), consent, at);
    }

    private void keep(OrderNo no, int line, int round, Map<String, String> checked, String consentVersion, Instant at) {
        jdbc.sql("""
                insert into order_account (order_no, line, round, fields_sealed, consent_version, given_at)
                values (:order, :line, :round, :fields, :consent, :at)""")
                .param("order", no.value())
                .param("line", line)
                .param("round", round)
                .param("fields", cipher.encrypt(OrderSeals.account(no, line, round), JSON.writeValueAsString(checked)))
                .param("consent", consentVersion)
                .param("at", SqlTime.of(at))
                .update();
    }

    /** The consent was given for the order; a corrected account of it needs no second one. */
    void correct(OrderNo no, int line, SkuId sku, Map<String, String> fields, Instant at) {
        var checked = checked(sku, fields);
        var last = jdbc.sql("""
                        select round, consent_version from order_account where order_no = :order and line = :line
                        order by round desc limit 1""")
                .param("order", no.value())
                .param("line", line)
                .query((row, n) -> Map.entry(row.getInt("round"), row.getString("consent_version")))
                .single();
        keep(no, line, last.getKey() + 1, checked, last.getValue(), at);
    }

    boolean exists(OrderNo no, int line) {
        return jdbc.sql("select exists (select from order_account where order_no = :order and line = :line)")
                .param("order", no.value())
                .param("line", line)
                .query(Boolean.class)
                .single();
    }

    Optional<SupplyBook.Account> latest(OrderNo no, int line) {
        return jdbc.sql("""
                        select round, fields_sealed from order_account where order_no = :order and line = :line
                        order by round desc limit 1""")
                .param("order", no.value())
                .param("line", line)
                .query((row, n) -> open(no, line, row.getInt("round"), row.getBytes("fields_sealed")))
                .optional();
    }

    Optional<SupplyBook.Account> round(OrderNo no, int line, int round) {
        return jdbc.sql("""
                        select fields_sealed from order_account
                        where order_no = :order and line = :line and round = :round""")
                .param("order", no.value())
                .param("line", line)
                .param("round", round)
                .query((row, n) -> open(no, line, round, row.getBytes("fields_sealed")))
                .optional();
    }

    @SuppressWarnings("unchecked")
    private SupplyBook.Account open(OrderNo no, int line, int round, byte[] sealed) {
        var text = cipher.decrypt(OrderSeals.account(no, line, round), sealed);
        return new SupplyBook.Account(round, JSON.readValue(text, Map.class));
    }
}
