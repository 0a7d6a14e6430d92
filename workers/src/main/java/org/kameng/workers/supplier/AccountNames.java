package org.kameng.workers.supplier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a top-up under the names of a wire. Buyers are asked once, whoever of the suppliers serves them, so our names
 * are the same for all: one main account, and where it plays.
 */
enum AccountNames {
    FULU(
            "charge_account",
            Map.of("server", "charge_game_srv", "region", "charge_game_region", "role", "charge_game_role")),
    GOOFISH("account", Map.of("server", "game_server", "region", "game_area", "role", "game_role"));

    private static final List<String> MAIN = List.of("phone", "account", "uid", "email");

    private final String main;
    private final Map<String, String> others;

    AccountNames(String main, Map<String, String> others) {
        this.main = main;
        this.others = others;
    }

    /** Fields that the wire has no name for keep ours. */
    Map<String, String> theirs(Map<String, String> account) {
        var fields = new LinkedHashMap<String, String>();
        account.forEach(
                (name, value) -> fields.put(MAIN.contains(name) ? main : others.getOrDefault(name, name), value));
        return fields;
    }

    /** The other way round; the main account has no better name than that. */
    String ours(String theirs) {
        return others.entrySet().stream()
                .filter(pair -> pair.getValue().equals(theirs))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(theirs.equals(main) ? "account" : theirs);
    }
}
