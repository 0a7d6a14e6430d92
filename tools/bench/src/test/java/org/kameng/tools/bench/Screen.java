package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chromium in front of a running house: looks, clicks, judges accessibility and keeps screenshots, wide and narrow. */
final class Screen implements AutoCloseable {

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String IDLE =
            "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive || !client.isActive())";
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Playwright playwright;
    private final Browser browser;
    private final Path pictures;

    Screen(Path pictures) {
        this.pictures = pictures;
        var settings = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        var chromium = System.getenv().getOrDefault("KAMENG_CHROMIUM", "/usr/bin/chromium");
        var launch = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(chromium))
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        this.playwright = Playwright.create(settings);
        this.browser = playwright.chromium().launch(launch);
    }

    /** A person with a browser of its own: no cookie of anybody else. */
    Page somebody(String language) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(WIDE, 900).setLocale(language));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** What the browser complains of from now on, while somebody uses this page. */
    static List<String> complaints(Page page) {
        var complaints = new ArrayList<String>();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        return complaints;
    }

    static void wide(Page page) {
        page.setViewportSize(WIDE, 900);
    }

    static void narrow(Page page) {
        page.setViewportSize(NARROW, 844);
    }

    /** Nothing of the page lies beside the window. */
    static void fits(Page page) {
        settle(page);
        var beside =
                page.evaluate("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beside).as("pixels beside the window on %s", page.url()).isEqualTo(0);
    }

    /** Keeps the page as it is, wide and narrow, and leaves it wide. */
    void keep(Page page, String name) {
        settle(page);
        picture(page, name + "-wide");
        narrow(page);
        settle(page);
        picture(page, name + "-narrow");
        wide(page);
    }

    /** The page stands, and the automated WCAG rules have no serious or critical finding. */
    static void judge(Page page) {
        settle(page);
        assertThat(page.locator("#broken").count()).as("%s broke", page.url()).isZero();
        // Legacy: no blank page of its own to put the answer together, which only foreign frames would need.
        var grave = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(grave).as("accessibility of %s", page.url()).isEmpty();
    }

    /** Until Vaadin has nothing under way: a page half built is neither shown nor judged. */
    private static void settle(Page page) {
        page.waitForFunction(IDLE);
    }

    static void seen(Locator locator) {
        locator.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true));
    }
}
