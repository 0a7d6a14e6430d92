package org.kameng.tools.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.regex.Pattern;

/** How a person gets around in the house. */
record Visitor(House house) {
    static final String DEMO_PASSWORD = "Kameng-demo-1";

    void go(Page page, String path) {
        page.navigate(house.app().resolve(path).toString());
    }

    void logIn(Page page, String name) {
        logIn(page, name, DEMO_PASSWORD);
    }

    void logIn(Page page, String name, String password) {
        tryLogIn(page, name, password);
        inside(page);
    }

    void tryLogIn(Page page, String name, String password) {
        go(page, "/login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
    }

    /** After the log-in everybody lands on a page of their own; before that, leaving would break the log-in off. */
    static void inside(Page page) {
        try {
            page.waitForURL(Pattern.compile("/(orders|cards|desk|checkout)([/?].*)?$"));
            Screen.seen(page.locator("h1"));
        } catch (PlaywrightException outside) {
            throw new AssertionError(
                    "nobody came in: " + page.url() + " says "
                            + page.locator("body").innerText(),
                    outside);
        }
    }

    static Locator field(Page page, String id) {
        return page.locator(id + " input");
    }
}
