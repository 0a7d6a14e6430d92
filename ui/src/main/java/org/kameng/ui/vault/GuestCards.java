package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.CodePurpose;
import org.kameng.domain.account.Guests;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.account.Entrance;
import org.kameng.ui.account.PhoneCode;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.Parts;
import org.springframework.stereotype.Component;

/** Offers to bring in what was bought with the person's phone and no account, for a code to that phone. */
@Component
class GuestCards {
    private final Guests guests;
    private final AccountService accounts;
    private final Entrance entrance;

    GuestCards(Guests guests, AccountService accounts, Entrance entrance) {
        this.guests = guests;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    boolean anyFor(Actor owner) {
        return guests.adoptable(owner) > 0;
    }

    Section offer(Actor owner) {
        var proof = PhoneCode.ofOwnPhone(phone -> accounts.requestOwnCode(owner, CodePurpose.ADOPT, Client.address()));
        var sheet = Parts.sheet(
                t("adopt.title"),
                new Paragraph(t("adopt.why")),
                proof,
                Parts.primary(t("adopt.do"), () -> adopt(owner, proof)));
        sheet.addClassName("k-stack");
        sheet.setId("adopt");
        return sheet;
    }

    private void adopt(Actor owner, PhoneCode proof) {
        try {
            entrance.enter(guests.adopt(owner, proof.code()));
            entrance.goOn("/" + VaultNavigation.CARDS);
        } catch (DomainException refusal) {
            proof.show(refusal);
        }
    }
}
