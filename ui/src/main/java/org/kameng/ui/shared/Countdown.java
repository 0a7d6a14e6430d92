package org.kameng.ui.shared;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** Minutes and seconds that run down in the browser, from a length told by the server: the browser's own clock may be wrong. */
public class Countdown extends Span {
    private static final long serialVersionUID = 1L;

    private long seconds = -1;

    public Countdown() {
        addClassNames("k-num", "k-countdown");
        getElement().setAttribute("role", "timer");
        addAttachListener(attached -> run());
    }

    public void left(Duration left) {
        long now = Math.max(0, left.toSeconds());
        if (now != seconds) {
            seconds = now;
            if (isAttached()) {
                run();
            }
        }
    }

    private void run() {
        getElement()
                .executeJs(
                        "clearInterval(this.ticking); const end = performance.now() + $0 * 1000; const show = () => {"
                                + " const left = Math.max(0, Math.round((end - performance.now()) / 1000));"
                                + " this.textContent = String(Math.floor(left / 60)).padStart(2, '0') + ':' + String(left % 60).padStart(2, '0');"
                                + " if (!left || !this.isConnected) clearInterval(this.ticking); };"
                                + " this.ticking = setInterval(show, 1000); show();",
                        seconds);
    }
}
