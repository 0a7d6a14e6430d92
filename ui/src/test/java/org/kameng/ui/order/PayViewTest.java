package org.kameng.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentWay;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.People;
import org.kameng.ui.doubles.ViewTest;
import org.kameng.ui.payment.QrCode;
import org.kameng.ui.shared.ChangeFeed;

class PayViewTest extends ViewTest {
    private final Orders orders = new Orders();
    private final Map<String, Long> versions = new HashMap<>();
    private final ChangeFeed feed = new ChangeFeed((kind, nos) -> versions);
    private final Clock clock = Clock.fixed(Orders.NOON.plus(Duration.ofMinutes(5)), ZoneOffset.UTC);

    @Test
    void the_code_appears_by_itself_once_the_channel_has_answered() {
        var view = open(false);
        assertThat($(QrCode.class).all()).isEmpty();
        assertThat(words(view)).contains("Asking WeChat Pay");
        orders.wechat = ready(Channel.WECHAT, "weixin://wxpay/bizpayurl?pr=abc");
        changed();
        assertThat($(QrCode.class).all()).hasSize(1);
        assertThat(words(view)).doesNotContain("Asking WeChat Pay");
    }

    @Test
    void a_silent_channel_is_admitted() {
        orders.wechat = new PaymentWay(Channel.WECHAT, AttemptState.UNKNOWN, null);
        assertThat(words(open(false))).contains("has not answered yet").contains("do not order again");
    }

    @Test
    void cancelling_takes_the_code_away() {
        orders.wechat = ready(Channel.WECHAT, "weixin://wxpay/bizpayurl?pr=abc");
        var view = open(false);
        $(Button.class).id("cancel").click();
        changed();
        assertThat(orders.cancelRequested).isTrue();
        assertThat($(QrCode.class).all()).isEmpty();
        assertThat(words(view)).contains("Cancelling your order");
    }

    @Test
    void the_simulated_wallet_is_offered_in_the_demonstration_only() {
        orders.wechat = ready(Channel.WECHAT, "weixin://wxpay/bizpayurl?pr=a b");
        open(false);
        assertThat($(Anchor.class).withId("simulator").all()).isEmpty();
        open(true);
        assertThat($(Anchor.class).withId("simulator").single().getHref())
                .isEqualTo("http://127.0.0.1:9101/pay?code_url=weixin%3A%2F%2Fwxpay%2Fbizpayurl%3Fpr%3Da+b");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_channel_without_a_code_is_asked_for_when_the_buyer_chooses_it() {
        orders.wechat = ready(Channel.WECHAT, "weixin://wxpay/bizpayurl?pr=abc");
        orders.alipay = new PaymentWay(Channel.ALIPAY, null, null);
        var view = open(true);
        RadioButtonGroup<Channel> choice = $(RadioButtonGroup.class).id("channel");
        choice.setValue(Channel.ALIPAY);
        assertThat(orders.chosen).containsExactly(Channel.ALIPAY);
        assertThat(words(view)).contains("Asking Alipay").contains("the second payment goes back by itself");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_channel_that_refuses_leaves_the_other_and_one_channel_is_no_choice() {
        orders.wechat = ready(Channel.WECHAT, "weixin://wxpay/bizpayurl?pr=abc");
        orders.alipay = new PaymentWay(Channel.ALIPAY, AttemptState.FAILED, null);
        var view = open(false);
        assertThat(words(view)).contains("Alipay refused this payment");
        RadioButtonGroup<Channel> choice = $(RadioButtonGroup.class).id("channel");
        choice.setValue(Channel.WECHAT);
        assertThat($(QrCode.class).all()).hasSize(1);
        orders.alipay = null;
        changed();
        assertThat($(RadioButtonGroup.class).all()).isEmpty();
    }

    private static PaymentWay ready(Channel channel, String codeUrl) {
        return new PaymentWay(channel, AttemptState.READY, codeUrl);
    }

    private PayView open(boolean demo) {
        var view = shown(new PayView(
                orders.payments(),
                orders.service(),
                feed,
                clock,
                new DemoPayment(demo, "http://127.0.0.1:9101", "http://127.0.0.1:9104")));
        view.open(orders.paymentPage(People.customer(), Orders.NO).orElseThrow());
        return view;
    }

    private void changed() {
        versions.put(Orders.NO.value(), 2L + versions.getOrDefault(Orders.NO.value(), 0L));
        feed.round();
        roundTrip();
    }

    private static String words(PayView view) {
        return view.getElement().getTextRecursively();
    }
}
