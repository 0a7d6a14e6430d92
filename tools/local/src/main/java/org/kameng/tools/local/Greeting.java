package org.kameng.tools.local;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a person needs to know once all is up. */
record Greeting(Home home, Settings settings, Ports ports) {
    /** @param servers where the servers listen */
    List<String> lines(List<String> servers) {
        List<String> lines = new ArrayList<>();
        if (settings.includes("application")) {
            lines.add("Kameng is up:  " + ports.url(Ports.Service.APP));
            lines.add("");
            lines.add("Demo log-ins   password of all: Kameng-demo-1");
            lines.add("  customer     13800000001   distributor 13800000002");
            lines.add("  staff        olga.operator  oscar.operator  sam.support  fina.finance  ada.auditor");
            lines.add("               adam.admin  alma.admin");
            lines.addAll(stories());
        }
        if (settings.includes("simulators")) {
            lines.add("Simulators     control: GET/PUT /control/knobs, GET /control/journal");
            lines.add("  WeChat Pay   " + ports.url(Ports.Service.WECHAT));
            lines.add("  Alipay       " + ports.url(Ports.Service.ALIPAY));
            lines.add("  SMS          " + ports.url(Ports.Service.SMS));
            lines.add("  mail box     " + ports.url(Ports.Service.MAIL) + "  (SMTP " + ports.of(Ports.Service.SMTP)
                    + ")");
            lines.add("  keys         " + home.simulators() + "/{wechat,alipay}/merchant");
            for (Ports.Service supplier : Ports.Service.SUPPLIERS) {
                lines.add("  " + supplier.title() + "  " + ports.url(supplier));
            }
            lines.add("  their keys   " + home.simulators().resolve("suppliers"));
        }
        lines.addAll(servers);
        lines.add("Passwords      " + home.secrets());
        lines.add("Logs           " + home.logs() + "/{" + String.join(",", new TreeSet<>(settings.only())) + "}.log");
        return lines;
    }

    private List<String> stories() {
        return settings.stories() && settings.includes("simulators")
                ? List.of(
                        "Story orders   O-1, O-2, O-3, O-5 and O-6 are played now, everyday business after them; see docs/story-orders.md",
                        "  customer     " + ports.url(Ports.Service.APP) + "/orders",
                        "  staff        " + ports.url(Ports.Service.APP) + "/desk/orders")
                : List.of();
    }
}
