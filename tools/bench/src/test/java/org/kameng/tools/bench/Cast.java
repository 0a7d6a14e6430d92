package org.kameng.tools.bench;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.StaffService;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;

/** Somebody for every role: accounts of their own, and a browser for each who is asked for. */
final class Cast {
    static final String GUEST_PHONE = "13800001009";
    private static final Pattern CODE = Pattern.compile("验证码(?:是)? ?(\\d{6})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final House house;
    private final Desk desk;
    private final Screen screen;
    private final Visitor visitor;
    private final Map<Role, Page> pages = new EnumMap<>(Role.class);

    Cast(House house, Desk desk, Screen screen) {
        this.house = house;
        this.desk = desk;
        this.screen = screen;
        this.visitor = new Visitor(house);
        for (var role : Role.values()) if (role != Role.SUPPLIER && role != Role.GUEST) hire(role);
    }

    /** What the person types to log in. */
    static String login(Role role) {
        return role.isStaff()
                ? "eyes." + role.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "1380000100" + (role == Role.CUSTOMER ? 1 : 2);
    }

    /** The browser of somebody who is logged in, always the same. */
    Page page(Role role) {
        return pages.computeIfAbsent(role, who -> who == Role.GUEST ? guest() : person(who));
    }

    Actor actor(Role role) {
        return role == Role.GUEST ? guestActor() : accountOf(login(role));
    }

    /** The newest code sent to this phone. */
    String code(String phone) {
        return await().atMost(PATIENCE)
                .until(
                        () -> CODE.matcher(House.get(messages(phone)).body())
                                .results()
                                .map(found -> found.group(1))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The first thing in the messages to this phone that looks so. */
    String sent(String phone, Pattern what) {
        return await().atMost(PATIENCE)
                .until(
                        () -> what.matcher(House.get(messages(phone)).body())
                                .results()
                                .map(found -> found.group())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private URI messages(String phone) {
        return URI.create(house.sms() + "/control/messages?phone=" + phone);
    }

    private Page person(Role role) {
        var page = screen.somebody("zh-CN");
        visitor.logIn(page, login(role));
        return page;
    }

    private Page guest() {
        var page = screen.somebody("zh-CN");
        visitor.go(page, "/guest");
        Visitor.field(page, "#phone").fill(GUEST_PHONE);
        page.locator("#send-code").click();
        Visitor.field(page, "#code").fill(code(GUEST_PHONE));
        page.locator("#agree input").check();
        page.locator("#enter").click();
        Visitor.inside(page);
        return page;
    }

    private Actor guestActor() {
        page(Role.GUEST);
        var id = desk.database()
                .sql("select account_id from guest order by proven_at desc limit 1")
                .query(UUID.class)
                .single();
        return new Actor(new AccountId(id), "guest", Set.of(Role.GUEST));
    }

    private Actor accountOf(String login) {
        var accounts = desk.service(AccountService.class);
        return accounts.findByLogin(Actor.system("test"), login)
                .flatMap(accounts::find)
                .orElseThrow()
                .actor();
    }

    private void hire(Role role) {
        var system = Actor.system("test");
        var accounts = desk.service(AccountService.class);
        if (role.isStaff()) {
            accounts.createStaff(system, login(role), "Eyes " + role, Set.of(role), Visitor.DEMO_PASSWORD);
            return;
        }
        var id = accounts.createCustomer(system, login(role), Visitor.DEMO_PASSWORD);
        if (role == Role.CUSTOMER) return;
        var admin = new Actor(new AccountId(UUID.randomUUID()), "test", Set.of(Role.ADMIN));
        var seen = accounts.find(id).orElseThrow().securityVersion();
        desk.service(StaffService.class).changeRoles(admin, id, seen, Set.of(role), "buys for resale");
    }
}
