package org.kameng.ui.vault;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.vault.BoxCounts;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.domain.vault.BoxGroup;
import org.kameng.domain.vault.CardBox;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.domain.vault.CardFiles;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.Passphrase;
import org.kameng.domain.vault.RevealContext;
import org.kameng.domain.vault.RevealedCard;
import org.kameng.domain.vault.TakenFile;
import org.kameng.ui.shared.ChangeFeed;
import org.springframework.stereotype.Service;

/** What the card box asks the domain for. */
@Service
public class CardOpener {
    private final CardVault vault;
    private final CardBox box;
    private final CardFiles files;
    private final ChangeFeed feed;
    private final Clock clock;

    CardOpener(CardVault vault, CardBox box, CardFiles files, ChangeFeed feed, Clock clock) {
        this.vault = vault;
        this.box = box;
        this.files = files;
        this.feed = feed;
        this.clock = clock;
    }

    /** Calls back under the page's lock whenever a card of the owner changed, for as long as the component is shown. */
    void follow(Component on, Actor owner, Runnable changed) {
        feed.follow(on, "cards", owner.requireAccount().toString(), Long.MIN_VALUE, changed);
    }

    BoxCounts counts(Actor owner, BoxFilter filter) {
        return box.counts(owner, filter);
    }

    Slice<BoxGroup> groups(Actor owner, BoxFilter filter, PageRequest page) {
        return box.groups(owner, filter, page);
    }

    /** Cards of the owner; none for an order that was topped up. */
    public Slice<CardBoxRow> cards(Actor owner, BoxFilter filter, PageRequest page) {
        return box.cards(owner, filter, page);
    }

    /** A recorded act. */
    RevealedCard reveal(Actor owner, CardBoxRow card, String ip, String device) {
        return vault.reveal(owner, card.cardId(), new RevealContext(ip, device, null));
    }

    Passphrase passphrase() {
        return files.passphrase();
    }

    /** A recorded act that counts for every card of the order. */
    TakenFile file(Actor owner, OrderNo no, Passphrase passphrase, String ip, String device) {
        return files.take(owner, no, passphrase, new RevealContext(ip, device, null));
    }

    LocalDate today() {
        return ShopTime.today(clock);
    }

    Instant now() {
        return clock.instant();
    }
}
