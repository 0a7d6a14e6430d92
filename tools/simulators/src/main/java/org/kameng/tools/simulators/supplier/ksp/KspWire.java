package org.kameng.tools.simulators.supplier.ksp;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Dialect;
import org.kameng.tools.simulators.supplier.Digests;
import org.kameng.tools.simulators.supplier.Wire;

/** KSP/1. */
public final class KspWire implements Wire {
    private static final int KEY_BYTES = 32;
    private static final int SECRET_CHARACTERS = 48;

    @Override
    public String newKey() {
        return "kameng-" + Digests.hex(8);
    }

    @Override
    public String newSecret(@Nullable String old) {
        return Digests.hex(SECRET_CHARACTERS);
    }

    @Override
    public String newCardKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    public Dialect open(Desk desk) {
        return new KspDialect(desk);
    }
}
