package org.kameng.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.kameng.domain.account.AccountTestData.OTHER_PASSWORD;
import static org.kameng.domain.account.AccountTestData.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.audit.AuditRow;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.crypto.SealBroken;

class RegistrationTest {
    private final DomainTestContext domain = DomainTestContext.shared();
    private final AccountService accounts = domain.bean(AccountService.class);
    private final AccountTestData people = new AccountTestData(domain);
    private final String phone = people.freshPhone();
    private final String ip = people.freshIp();

    @Test
    void a_phone_and_its_code_make_a_customer_who_can_log_in() {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        assertThat(code).matches("[0-9]{6}");
        var id = people.register("+86 " + phone, code, PASSWORD, ip);
        var masked = phone.substring(0, 3) + "****" + phone.substring(7);
        assertThat(accounts.maskedPhones(Set.of(id)).get(id)).isEqualTo(masked);
        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.CUSTOMER);
        assertThat(accounts.logIn(phone, PASSWORD, ip))
                .isEqualTo(new LogInResult.LoggedIn(id, masked, Set.of(Role.CUSTOMER), 0));
        var auditor = DomainTestContext.person("Ada", Role.AUDITOR);
        assertThat(domain.bean(AuditQuery.class)
                        .of(auditor, "account", id.toString(), PageRequest.first(10))
                        .rows())
                .extracting(AuditRow::what)
                .containsExactly("account.logged-in", "account.registered");
    }

    @Test
    void nobody_registers_without_the_words_of_today_and_who_does_is_kept_with_them() {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        for (var words : new String[] {"", "2020-01"})
            assertRefused(ErrorCode.CONSENT_NEEDED, () -> accounts.register(phone, code, PASSWORD, words, ip));
        var today = domain.bean(Guests.class).consent().version();
        var id = accounts.register(phone, code, PASSWORD, today, ip);
        assertThat(domain.sql()
                        .sql("select version, given_at from account_consent where account_id = :id")
                        .param("id", id.value())
                        .query((row, n) ->
                                row.getString(1) + " " + row.getTimestamp(2).toInstant())
                        .list())
                .containsExactly(today + " " + domain.clock().instant());
        var auditor = DomainTestContext.person("Ada", Role.AUDITOR);
        assertThat(domain.bean(AuditQuery.class)
                        .of(auditor, "account", id.toString(), PageRequest.first(10))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.toString()).contains(today));
        var vouchedFor = people.customer().requireAccount();
        assertThat(domain.sql()
                        .sql("select count(*) from account_consent where account_id = :id")
                        .param("id", vouchedFor.value())
                        .query(Integer.class)
                        .single())
                .as("nobody agrees for somebody else")
                .isZero();
    }

    @Test
    void phone_code_and_password_never_lie_in_the_database_in_clear() {
        accounts.requestCode(phone, CodePurpose.REGISTER, ip);
        var row = domain.sql()
                .sql(
                        "select string_agg(payload::text || key || message_id, ' ') from outbox where topic = 'sms' and done_at is null")
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(phone);
        var code = people.takeSms(phone).params().get("code");
        people.register(phone, code, PASSWORD, ip);
        for (var table :
                new String[] {"account", "phone_code", "outbox", "audit_event", "rate_window", "login_guard"}) {
            var dump = domain.sql()
                    .sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                    .query(String.class)
                    .single();
            assertThat(dump).as(table).doesNotContain(phone, PASSWORD, hex(phone), hex(PASSWORD), hex(code));
        }
    }

    @Test
    void a_code_serves_once_one_purpose_and_one_phone() {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        assertRefused(ErrorCode.CODE_WRONG, () -> accounts.resetPassword(phone, code, PASSWORD, ip));
        assertRefused(ErrorCode.CODE_WRONG, () -> people.register(people.freshPhone(), code, PASSWORD, ip));
        people.register(phone, code, PASSWORD, ip);
        assertRefused(ErrorCode.CODE_WRONG, () -> people.register(phone, code, PASSWORD, ip));
    }

    @Test
    void a_code_dies_after_five_minutes() {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        domain.clock().advance(PhoneCodes.LIFE);
        assertRefused(ErrorCode.CODE_WRONG, () -> people.register(phone, code, PASSWORD, ip));
    }

    @Test
    void a_code_dies_after_five_wrong_tries() {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        for (var i = 0; i < PhoneCodes.MOST_TRIES; i++)
            assertRefused(ErrorCode.CODE_WRONG, () -> people.register(phone, wrong(code), PASSWORD, ip));
        assertRefused(ErrorCode.CODE_WRONG, () -> people.register(phone, code, PASSWORD, ip));
    }

    @Test
    void a_newer_code_replaces_the_older() {
        var first = people.requestCode(phone, CodePurpose.REGISTER);
        domain.clock().advance(Duration.ofMinutes(1));
        var second = people.requestCode(phone, CodePurpose.REGISTER);
        if (!first.equals(second))
            assertRefused(ErrorCode.CODE_WRONG, () -> people.register(phone, first, PASSWORD, ip));
        people.register(phone, second, PASSWORD, ip);
    }

    @Test
    void a_burst_with_the_right_code_makes_one_account() throws Exception {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        var tries = new ArrayList<Callable<Boolean>>();
        for (var n = 0; n < 4; n++)
            tries.add(() -> {
                try {
                    people.register(phone, code, PASSWORD, ip);
                    return true;
                } catch (DomainException refused) {
                    return false;
                }
            });
        var made = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var result : threads.invokeAll(tries)) made += result.get() ? 1 : 0;
        }
        assertThat(made).isEqualTo(1);
    }

    @Test
    void a_weak_password_is_refused_before_the_code_is_spent() {
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        assertRefused(ErrorCode.PASSWORD_TOO_COMMON, () -> people.register(phone, code, "password123", ip));
        people.register(phone, code, PASSWORD, ip);
    }

    @Test
    void the_proven_owner_of_a_phone_learns_that_an_account_exists_and_nobody_else_does() {
        people.register(phone, people.requestCode(phone, CodePurpose.REGISTER), PASSWORD, ip);
        domain.clock().advance(Duration.ofMinutes(1));
        var code = people.requestCode(phone, CodePurpose.REGISTER);
        assertRefused(ErrorCode.CODE_WRONG, () -> people.register(phone, wrong(code), OTHER_PASSWORD, ip));
        assertRefused(ErrorCode.ACCOUNT_EXISTS, () -> people.register(phone, code, OTHER_PASSWORD, ip));
        assertThat(accounts.logIn(phone, OTHER_PASSWORD, ip)).isInstanceOf(LogInResult.Refused.class);
    }

    @Test
    void one_phone_gets_one_code_a_minute_and_ten_a_day_whether_or_not_it_has_an_account() {
        domain.clock().advance(Duration.ofDays(1));
        var known = people.freshPhone();
        accounts.createCustomer(Actor.system("test"), known, PASSWORD);
        for (var number : new String[] {phone, known}) {
            for (var i = 0; i < 10; i++) {
                accounts.requestCode(number, CodePurpose.RESET, people.freshIp());
                assertRefused(
                        ErrorCode.RATE_LIMITED,
                        () -> accounts.requestCode(number, CodePurpose.RESET, people.freshIp()));
                domain.clock().advance(Duration.ofMinutes(1));
            }
            assertRefused(
                    ErrorCode.RATE_LIMITED, () -> accounts.requestCode(number, CodePurpose.RESET, people.freshIp()));
        }
    }

    @Test
    void one_address_cannot_ask_for_codes_without_end() {
        for (var i = 0; i < 60; i++) accounts.requestCode(people.freshPhone(), CodePurpose.RESET, ip);
        assertRefused(ErrorCode.RATE_LIMITED, () -> accounts.requestCode(people.freshPhone(), CodePurpose.RESET, ip));
    }

    @Test
    void what_is_not_a_mobile_number_is_refused() {
        for (var wrong : new String[] {"", "1380000000", "138000000011", "12345678901", "１３８００００００１", "abc"})
            assertRefused(ErrorCode.PHONE_INVALID, () -> accounts.requestCode(wrong, CodePurpose.REGISTER, ip));
    }

    @Test
    void a_text_message_lies_sealed_is_queued_once_and_cannot_be_passed_off_as_another() {
        var outbox = domain.bean(SmsOutbox.class);
        var id = accounts.createCustomer(Actor.system("test"), phone, PASSWORD);
        var messageId = "notice-" + id;
        for (var i = 0; i < 2; i++)
            domain.inTransaction(() -> outbox.toAccount(id, messageId, "cards-ready", Map.of("orderNo", "KM1")));
        var leased = domain.drain(SmsOutbox.TOPIC).stream()
                .filter(message -> message.messageId().equals(messageId))
                .toList();
        assertThat(leased).hasSize(1);
        var message = leased.getFirst();
        assertThat(outbox.open(message)).isEqualTo(new Sms(messageId, phone, "cards-ready", Map.of("orderNo", "KM1")));
        assertThat(outbox.open(message).toString()).doesNotContain(phone);
        var moved = new LeasedMessage(message.id(), message.topic(), "k", "another", message.payload(), 1);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> outbox.open(moved));
    }

    @Test
    void it_refuses_to_work_inside_a_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> domain.inTransaction(() -> accounts.requestCode(phone, CodePurpose.REGISTER, ip)));
    }

    static void assertRefused(ErrorCode code, Runnable act) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(act::run)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static String wrong(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
