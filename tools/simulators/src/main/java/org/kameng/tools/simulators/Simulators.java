package org.kameng.tools.simulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.kameng.tools.simulators.alipay.AlipaySimulator;
import org.kameng.tools.simulators.mail.MailSimulator;
import org.kameng.tools.simulators.sms.SmsSimulator;
import org.kameng.tools.simulators.wechat.WeChatSimulator;

/** All simulators of one data folder; tests start them with port 0. */
public final class Simulators implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final WeChatSimulator wechat;
    private final AlipaySimulator alipay;
    private final SmsSimulator sms;
    private final MailSimulator mail;
    private final Suppliers suppliers;

    private Simulators(Options options) throws IOException {
        var data = options.data();
        var shop = options.appUrl();
        try {
            wechat = keep(new WeChatSimulator(data.resolve("wechat"), options.wechatPort(), shop));
            alipay = keep(new AlipaySimulator(data.resolve("alipay"), options.alipayPort(), shop));
            sms = keep(new SmsSimulator(data.resolve("sms"), options.smsKeyFile(), options.smsPort(), shop));
            suppliers = keep(Suppliers.start(data, options.supplierPorts()));
            mail = keep(new MailSimulator(data.resolve("mail"), options.mailPort(), options.smtpPort()));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T simulator) {
        started.push(simulator);
        return simulator;
    }

    /** Starts all but the suppliers on free ports, for tests; see {@link Suppliers#onFreePort}. */
    public static Simulators onFreePorts(Path data) throws IOException {
        var smsKey = data.resolve("sms").resolve("key");
        return start(new Options(data, 0, 0, 0, 0, 0, List.of(), smsKey, URI.create("http://127.0.0.1:8080")));
    }

    static Simulators start(Options options) throws IOException {
        return new Simulators(options);
    }

    public WeChatSimulator wechat() {
        return wechat;
    }

    public AlipaySimulator alipay() {
        return alipay;
    }

    public SmsSimulator sms() {
        return sms;
    }

    public MailSimulator mail() {
        return mail;
    }

    public Suppliers suppliers() {
        return suppliers;
    }

    /** Ends what was started, the last first. */
    @Override
    public void close() throws IOException {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
