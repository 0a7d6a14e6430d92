package org.kameng.domain.shared;

/** Named places between a commit and what follows it, where a test may let the machine die. In production nobody listens. */
public interface CrashPoints {
    void reached(String point);
}
