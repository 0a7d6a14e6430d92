package org.kameng.domain.vault;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Transactions;
import org.springframework.stereotype.Component;

@Component
class SealedCardIntake implements CardIntake {
    private final CardTable cards;
    private final CardSeal seal;
    private final Clock clock;

    SealedCardIntake(CardTable cards, CardSeal seal, Clock clock) {
        this.cards = cards;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public List<Taken> take(Bought from, List<BoughtCard> bought) {
        Transactions.requireRunning("CardIntake.take");
        var fates = fates(bought);
        var fresh = new ArrayList<CardLine>();
        for (var i = 0; i < bought.size(); i++) if (fates.get(i) == Fate.STORED) fresh.add(line(bought.get(i)));
        if (fresh.isEmpty()) return taken(bought, fates, List.of());
        // The index is unique: a card that comes in twice at the same instant rolls one of the two back, and its next
        // try finds it known.
        return taken(bought, fates, store(from, fresh));
    }

    private List<Fate> fates(List<BoughtCard> bought) {
        var seen = new HashSet<String>();
        var fates = new ArrayList<Fate>();
        for (var card : bought) fates.add(fate(card, seen));
        var fresh = new ArrayList<CardLine>();
        for (var i = 0; i < bought.size(); i++) if (fates.get(i) == Fate.STORED) fresh.add(line(bought.get(i)));
        var known = new HashSet<>(cards.known(fresh));
        for (var i = 0; i < bought.size(); i++)
            if (known.contains(bought.get(i).seq()) && fates.get(i) == Fate.STORED) fates.set(i, Fate.KNOWN);
        return fates;
    }

    private Fate fate(BoughtCard card, HashSet<String> seen) {
        var number = CardText.normalise(card.number());
        if (number.length() < 4 || isTooLong(card)) return Fate.MALFORMED;
        if (card.url() != null && !card.url().matches("https?://[^\\s]+")) return Fate.MALFORMED;
        if (!seen.add(number)) return Fate.REPEATED;
        var expiry = card.expiresOn();
        return expiry != null && expiry.isBefore(ShopTime.today(clock)) ? Fate.EXPIRED : Fate.STORED;
    }

    private static boolean isTooLong(BoughtCard card) {
        return longer(card.number(), CardFile.MAX_TEXT)
                || longer(card.password(), CardFile.MAX_TEXT)
                || longer(card.pin(), CardFile.MAX_TEXT)
                || longer(card.url(), CardFile.MAX_URL);
    }

    private static boolean longer(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private List<Long> store(Bought from, List<CardLine> lines) {
        var offer =
                cards.offerId(from.sku(), from.seller()).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var batch = cards.nextBatchId();
        var key = seal.newKey();
        cards.insertBought(batch, offer, from.purchaseNo(), lines.size(), seal.wrap(batch, key), clock.instant());
        var ids = cards.nextCardIds(lines.size());
        cards.insertCards(batch, offer, ids, lines);
        cards.insertSecrets(ids, lines, (id, content) -> seal.seal(key, id, from.sku(), content));
        return ids;
    }

    // The seq stands where a file has its line number.
    private static CardLine line(BoughtCard card) {
        var content = new CardContent(card.number(), card.password(), card.url(), card.pin());
        return new CardLine(card.seq(), CardText.normalise(card.number()), content, card.expiresOn());
    }

    private static List<Taken> taken(List<BoughtCard> bought, List<Fate> fates, List<Long> ids) {
        var next = ids.iterator();
        var taken = new ArrayList<Taken>();
        for (var i = 0; i < bought.size(); i++) {
            var stored = fates.get(i) == Fate.STORED;
            taken.add(new Taken(bought.get(i).seq(), fates.get(i), stored ? next.next() : null));
        }
        return taken.stream().collect(Collectors.toUnmodifiableList());
    }
}
