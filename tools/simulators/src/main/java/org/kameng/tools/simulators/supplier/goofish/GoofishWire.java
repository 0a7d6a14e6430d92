package org.kameng.tools.simulators.supplier.goofish;

import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Dialect;
import org.kameng.tools.simulators.supplier.Digests;
import org.kameng.tools.simulators.supplier.Wire;

/** The goods source standard. A secret is three parts, {@code appId:appSecret:mchSecret}, of which the last is rotated. */
public final class GoofishWire implements Wire {
    private static final int SECRET_CHARACTERS = 32;

    @Override
    public String newKey() {
        return digits(6);
    }

    private static String digits(int count) {
        var number = new java.math.BigInteger(Digests.hex(SECRET_CHARACTERS), 16).toString();
        return "1" + number.substring(number.length() - count + 1);
    }

    @Override
    public String newSecret(@Nullable String old) {
        var parts = old == null ? new String[] {digits(15), Digests.hex(SECRET_CHARACTERS)} : old.split(":", -1);
        return parts[0] + ":" + parts[1] + ":" + Digests.hex(SECRET_CHARACTERS);
    }

    @Override
    public String newCardKey() {
        return "";
    }

    @Override
    public Dialect open(Desk desk) {
        return new GoofishDialect(desk);
    }
}
