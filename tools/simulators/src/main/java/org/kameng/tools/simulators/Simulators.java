package org.kameng.tools.simulators;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.kameng.tools.simulators.mail.MailSimulator;
import org.kameng.tools.simulators.sms.SmsSimulator;
import org.kameng.tools.simulators.wechat.WeChatSimulator;

/** All simulators of one data folder; tests start them with port 0. */
public final class Simulators implements AutoCloseable {
    private final WeChatSimulator wechat;
    private final SmsSimulator sms;
    private final MailSimulator mail;
    private final Suppliers suppliers;

    private Simulators(WeChatSimulator wechat, SmsSimulator sms, MailSimulator mail, Suppliers suppliers) {
        this.wechat = wechat;
        this.sms = sms;
        this.mail = mail;
        this.suppliers = suppliers;
    }

    /** Starts all but the suppliers on free ports, for tests; see {@link Suppliers#onFreePort}. */
    public static Simulators onFreePorts(Path data) throws IOException {
        return start(new Options(
                data, 0, 0, 0, 0, List.of(), data.resolve("sms").resolve("key"), URI.create("http://127.0.0.1:8080")));
    }

    static Simulators start(Options options) throws IOException {
        var data = options.data();
        var wechat = new WeChatSimulator(data.resolve("wechat"), options.wechatPort(), options.appUrl());
        SmsSimulator sms = null;
        Suppliers suppliers = null;
        try {
            suppliers = Suppliers.start(data, options.supplierPorts());
            sms = new SmsSimulator(data.resolve("sms"), options.smsKeyFile(), options.smsPort(), options.appUrl());
            return new Simulators(
                    wechat,
                    sms,
                    new MailSimulator(data.resolve("mail"), options.mailPort(), options.smtpPort()),
                    suppliers);
        } catch (IOException | RuntimeException e) {
            wechat.close();
            if (sms != null) {
                sms.close();
            }
            if (suppliers != null) {
                suppliers.close();
            }
            throw e;
        }
    }

    public WeChatSimulator wechat() {
        return wechat;
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

    @Override
    public void close() throws IOException {
        suppliers.close();
        wechat.close();
        sms.close();
        mail.close();
    }
}
