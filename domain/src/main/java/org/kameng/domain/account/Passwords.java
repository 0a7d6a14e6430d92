package org.kameng.domain.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with OWASP's parameters (19 MiB, two passes, one lane). At most eight at once, so that log-ins never eat the memory. */
@Component
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 8;
    private static final long PATIENCE_SECONDS = 10;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    private final String nobody = hash("nobody has this password");

    String hash(String password) {
        return inSlot(() -> encoder.encode(password));
    }

    boolean matches(String password, String hash) {
        return inSlot(() -> encoder.matches(password, hash));
    }

    /** Takes as long as a real comparison: for log-ins that nobody has. */
    boolean matchesNobody(String password) {
        inSlot(() -> encoder.matches(password, nobody));
        return false;
    }

    private <T> T inSlot(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }

    private static DomainException busy() {
        return new DomainException(ErrorCode.RATE_LIMITED, PATIENCE_SECONDS);
    }
}
