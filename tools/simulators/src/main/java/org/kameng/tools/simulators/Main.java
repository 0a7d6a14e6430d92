package org.kameng.tools.simulators;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the simulators until the process is ended. Exit code 2: a wrong argument; 1: a port or folder cannot be used. */
public final class Main {
    private static final Logger LOG = Logger.getLogger(Main.class.getName());

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %5$s%6$s%n");
        try {
            var running = Simulators.start(Options.parse(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running)));
            LOG.info(() -> "simulators ready: WeChat Pay " + running.wechat().url() + ", Alipay "
                    + running.alipay().url() + ", SMS "
                    + running.sms().url() + ", mail " + running.mail().url() + " (SMTP "
                    + running.mail().smtpPort() + "), suppliers "
                    + running.suppliers().all().stream()
                            .map(s -> s.id() + " " + s.url())
                            .toList());
        } catch (IllegalArgumentException e) {
            LOG.severe(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "simulators cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void stop(Simulators running) {
        try {
            running.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "stopping", e);
        }
    }
}
