package org.kameng.domain.account;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.kameng.domain.DomainTestContext;
import org.kameng.domain.outbox.OutboxStore;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;

/** People for tests: fresh phones, addresses and staff log-ins, and a look into the text messages they were sent. */
public final class AccountTestData {
    public static final String PASSWORD = "seven blue ships";
    public static final String OTHER_PASSWORD = "eight grey whales";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final DomainTestContext domain;

    public AccountTestData(DomainTestContext domain) {
        this.domain = domain;
    }

    public String freshPhone() {
        return "139%08d".formatted(NEXT.incrementAndGet());
    }

    public String freshIp() {
        var n = NEXT.incrementAndGet();
        return "10." + (n >> 16 & 255) + "." + (n >> 8 & 255) + "." + (n & 255);
    }

    public String freshLogin() {
        return "staff-" + NEXT.incrementAndGet();
    }

    /** A customer as registration leaves one. */
    public Actor customer() {
        var service = domain.bean(AccountService.class);
        var id = service.createCustomer(Actor.system("test"), freshPhone(), PASSWORD);
        return actor(id);
    }

    /** Registers with today's words agreed to. */
    public AccountId register(String phone, String code, String password, String ip) {
        var words = domain.bean(Guests.class).consent().version();
        return domain.bean(AccountService.class).register(phone, code, password, words, ip);
    }

    /** A member of the staff as demo data leaves one. */
    public Actor staff(String login, Role... roles) {
        var service = domain.bean(AccountService.class);
        return actor(service.createStaff(Actor.system("test"), login, login, Set.of(roles), PASSWORD));
    }

    public long version(AccountId id) {
        return domain.bean(AccountService.class).find(id).orElseThrow().securityVersion();
    }

    public Actor actor(AccountId id) {
        return domain.bean(AccountService.class).find(id).orElseThrow().actor();
    }

    /** The one text message that waits for this phone, taken from the outbox; fails if there is none. */
    public Sms takeSms(String phone) {
        var store = domain.bean(OutboxStore.class);
        var smsOutbox = domain.bean(SmsOutbox.class);
        var leased = store.lease("test", Set.of(SmsOutbox.TOPIC), 1000, Duration.ofSeconds(1));
        store.done(leased.stream().map(message -> message.id()).toList());
        return leased.stream()
                .map(smsOutbox::open)
                .filter(sms -> sms.phone().equals(phone))
                .reduce((first, second) -> {
                    throw new AssertionError("more than one text message");
                })
                .orElseThrow(() -> new AssertionError("no text message"));
    }

    public String requestCode(String phone, CodePurpose purpose) {
        domain.bean(AccountService.class).requestCode(phone, purpose, freshIp());
        return takeSms(phone).params().get("code");
    }
}
