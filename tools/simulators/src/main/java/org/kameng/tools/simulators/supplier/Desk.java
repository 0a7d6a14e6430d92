package org.kameng.tools.simulators.supplier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.kameng.tools.simulators.KnobBox;

/** What a dialect needs of the supplier behind it. */
public final class Desk {
    private static final long WINDOW_SECONDS = 300;
    private static final long STALE_SECONDS = 301;
    private static final Duration FETCHED_AGAIN = Duration.ofHours(24);

    private final Profile profile;
    private final Credentials credentials;
    private final Counter counter;
    private final Shelf shelf;
    private final Returns returns;
    private final KnobBox<SupplierKnobs> knobs;
    private final Gate gate;
    private final Nonces nonces;
    private final Clock clock;

    Desk(
            Profile profile,
            Credentials credentials,
            Counter counter,
            Shelf shelf,
            Returns returns,
            KnobBox<SupplierKnobs> knobs,
            Clock clock) {
        this.profile = profile;
        this.credentials = credentials;
        this.counter = counter;
        this.shelf = shelf;
        this.returns = returns;
        this.knobs = knobs;
        this.gate = new Gate(knobs, counter.troubles());
        this.nonces = new Nonces(clock);
        this.clock = clock;
    }

    public Profile profile() {
        return profile;
    }

    public Credentials credentials() {
        return credentials;
    }

    public Counter counter() {
        return counter;
    }

    public Shelf shelf() {
        return shelf;
    }

    public Returns returns() {
        return returns;
    }

    public Gate gate() {
        return gate;
    }

    public SupplierKnobs knobs() {
        return knobs.get();
    }

    /** The time as this supplier believes it to be. */
    public Instant now() {
        return clock.instant().plusSeconds(knobs.get().clockSkewSeconds());
    }

    /** When a push says that it was signed. */
    public Instant signedAt(Letter.Fault fault) {
        return fault == Letter.Fault.STALE ? now().minusSeconds(STALE_SECONDS) : now();
    }

    /** The secret that a push is signed with. */
    public String pushSecret(Letter.Fault fault) {
        return fault == Letter.Fault.FORGED ? credentials.strangersSecret() : credentials.newest();
    }

    /** The secret that an answer is signed with: the caller's own, or a stranger's if that knob hits. */
    public String answerSecret(String callers) {
        return KnobBox.hits(knobs.get().badAnswerSignature()) ? credentials.strangersSecret() : callers;
    }

    public void requireFresh(long epochSecond) {
        if (Math.abs(now().getEpochSecond() - epochSecond) > WINDOW_SECONDS) {
            throw new Refused(Why.STALE);
        }
    }

    public void requireFirstUse(String nonce) {
        if (!nonces.isFirstUse(nonce)) {
            throw new Refused(Why.BAD_SIGNATURE);
        }
    }

    /** The accepted secret that gives this signature. */
    public String secretOf(String signature, Function<String, String> sign) {
        return credentials.secrets().stream()
                .filter(secret -> sign.apply(secret).equals(signature))
                .findFirst()
                .orElseThrow(() -> new Refused(Why.BAD_SIGNATURE));
    }

    /** The number that an answer names. */
    public String named(Order order) {
        return KnobBox.hits(knobs.get().foreignNumber()) ? "KX" + Digests.hex(14) : order.orderNo();
    }

    /** Cards may be fetched again for a day. */
    public boolean mayFetch(Order order) {
        var end = order.finishedAt();
        return end != null && clock.instant().isBefore(end.plus(FETCHED_AGAIN));
    }

    /** The text of a delivered card. */
    public Codes.Card card(Item item) {
        return credentials.codes().card(shelf.product(item.sku()), item.serial());
    }
}
