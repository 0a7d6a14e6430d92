package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentPageView;
import org.kameng.domain.payment.PaymentWay;
import org.kameng.ui.payment.QrCode;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;

/** Which channel to pay through, and its code. Changing costs nothing: a code that is open elsewhere stays good. */
class PayWays extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<Channel> choose;
    private final transient DemoPayment demo;
    private final Div choice = new Div();
    private final Div code = new Div();
    private final RadioButtonGroup<Channel> group = new RadioButtonGroup<>(t("pay.way"));
    private transient List<PaymentWay> ways = List.of();
    private transient @Nullable Object shown;

    /** {@code choose} is told of a channel that has no code yet. */
    PayWays(Consumer<Channel> choose, DemoPayment demo) {
        this.choose = choose;
        this.demo = demo;
        getContent().addClassName("k-pay-ways");
        code.addClassName("k-pay-code");
        code.getElement().setAttribute("aria-live", "polite");
        group.setId("channel");
        group.setItemLabelGenerator(channel -> t("channel", channel));
        var once = new Paragraph(t("pay.once"));
        once.addClassName("k-quiet");
        choice.add(group, once);
        choice.addClassName("k-way");
        getContent().add(choice, code);
    }

    void show(PaymentPageView page) {
        if (ways.isEmpty()) begin(page.ways());
        ways = page.ways();
        choice.setVisible(ways.size() > 1 && !page.cancelRequested());
        group.setEnabled(!page.cancelRequested());
        show(page.cancelRequested() ? null : way(group.getValue()));
    }

    /** A buyer who comes back finds the channel chosen before. */
    private void begin(List<PaymentWay> offered) {
        group.setItems(offered.stream().map(PaymentWay::channel).toList());
        group.setValue(offered.stream()
                .filter(way -> way.channel() != Channel.WECHAT && way.attempt() != null)
                .findFirst()
                .orElse(offered.getFirst())
                .channel());
        group.addValueChangeListener(change -> {
            var way = way(change.getValue());
            if (!hasAnswer(way)) choose.accept(way.channel());
            show(way);
        });
    }

    private PaymentWay way(Channel channel) {
        return ways.stream().filter(way -> way.channel() == channel).findFirst().orElseThrow();
    }

    private static boolean hasAnswer(PaymentWay way) {
        return way.attempt() != null && way.attempt() != AttemptState.CLOSED;
    }

    private void show(@Nullable PaymentWay way) {
        Object now = way == null ? "cancelling" : way;
        if (now.equals(shown)) return;
        shown = now;
        code.removeAll();
        code.add(way == null ? waiting(t("pay.cancelling")) : content(way));
    }

    private Component content(PaymentWay way) {
        var name = t("channel", way.channel());
        if (way.attempt() == AttemptState.FAILED) return Parts.note(t("refused", way.channel()), Tone.BAD);
        if (way.codeUrl() != null && hasAnswer(way)) return picture(way, way.codeUrl());
        return waiting(t(way.attempt() == AttemptState.UNKNOWN ? "pay.slow" : "pay.preparing", name));
    }

    private Component picture(PaymentWay way, String codeUrl) {
        var picture = new Div(
                new QrCode(codeUrl, t("pay.qr", t("channel", way.channel()))),
                new Paragraph(t("pay.scan", t("wallet", way.channel()))));
        picture.addClassNames("k-center", "k-scan");
        demo.page(way.channel(), codeUrl).ifPresent(page -> picture.add(simulator(page)));
        return picture;
    }

    private static Div waiting(String text) {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", text);
        return new Div(new Paragraph(text), bar);
    }

    private static Anchor simulator(String page) {
        var link = new Anchor(page, t("pay.simulator"), AnchorTarget.BLANK);
        link.addClassName("k-demo");
        link.setId("simulator");
        return link;
    }
}
