package org.kameng.workers.supplier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a top-up under the names of this wire: one main account, and where it plays. */
final class FuluAccounts {
    private static final List<String> MAIN = List.of("phone", "account", "uid", "email");
    private static final Map<String, String> OTHERS =
            Map.of("server", "charge_game_srv", "region", "charge_game_region", "role", "charge_game_role");

    private FuluAccounts() {}

    static Map<String, String> fields(Map<String, String> account) {
        var fields = new LinkedHashMap<String, String>();
        MAIN.stream()
                .filter(account::containsKey)
                .findFirst()
                .ifPresent(name -> fields.put("charge_account", account.getOrDefault(name, "")));
        OTHERS.forEach((ours, theirs) -> {
            var value = account.get(ours);
            if (value != null) {
                fields.put(theirs, value);
            }
        });
        return fields;
    }
}
