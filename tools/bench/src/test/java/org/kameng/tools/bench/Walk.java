package org.kameng.tools.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Chromium on the whole house, which all walks share: the first of them starts it, and it stands until every test has ended. */
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(Walk.OneHouse.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Walk {
    /** After the tests that have houses of their own, so that no two stand longer than they must. */
    static final int LAST = Integer.MAX_VALUE;

    static House house;
    static Screen screen;
    static Visitor visitor;

    /** Keeps the house where JUnit ends it after the last class. */
    static final class OneHouse implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            house = context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(OneHouse.class))
                    .computeIfAbsent(
                            House.class,
                            first -> House.startFresh(Bench.folder().resolve("walk"), 5000, "--dial"),
                            House.class);
        }
    }

    @BeforeAll
    static void enter() {
        screen = new Screen(Bench.folder().resolve("screens"));
        visitor = new Visitor(house);
    }

    @AfterAll
    static void leave() {
        if (screen != null) screen.close();
    }

    /** Agrees to the terms of the checkout that is open and places the order, though the button is clicked twice; answers its number. */
    static String place(Page buyer) {
        Screen.seen(buyer.locator("#no-return"));
        buyer.locator("#no-return input").check();
        buyer.locator("#place").dblclick();
        buyer.waitForURL("**/pay/**");
        return buyer.url().replaceAll(".*/pay/", "").replaceAll("[?#].*", "");
    }

    /** Pays in the wallet that this link leads to; the payment page moves on by itself. */
    static void pay(Page buyer, String simulator) {
        Screen.seen(buyer.locator(simulator));
        var wallet = buyer.context().newPage();
        wallet.navigate(buyer.locator(simulator).getAttribute("href"));
        Screen.seen(wallet.locator("#pay button"));
        screen.keep(wallet, "wallet");
        wallet.locator("#pay button").click();
        buyer.waitForURL("**/orders/*");
        wallet.close();
    }

    /** Opens the first card, and says yes when asked whether that is meant. */
    static void reveal(Page buyer) {
        buyer.locator(".k-reveal").first().click();
        buyer.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("查看").setExact(true))
                .last()
                .click();
        Screen.seen(buyer.locator(".k-secret"));
    }
}
