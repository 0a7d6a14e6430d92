package org.kameng.domain.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;

/** A mainland mobile number: eleven digits. */
record Phone(String digits) {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final int LONGEST_INPUT = 24;

    Phone {
        if (!MOBILE.matcher(digits).matches()) throw new IllegalArgumentException("not a mobile number");
    }

    static Optional<Phone> find(String typed) {
        if (typed.length() > LONGEST_INPUT) return Optional.empty();
        var digits = typed.replaceAll("[\\s-]", "").replaceFirst("^(\\+86|0086)", "");
        return MOBILE.matcher(digits).matches() ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    static Phone parse(String typed) {
        return find(typed).orElseThrow(() -> new DomainException(ErrorCode.PHONE_INVALID));
    }

    String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked();
    }
}
