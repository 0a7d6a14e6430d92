package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.SuppliedItem;
import org.kameng.domain.supplier.SupplierGateway;

/** The style of 福禄 against its simulator, and its digests against values of another implementation. */
class FuluContractTest extends SupplierContract {
    private static final String SECRET = "0a091b3aa4324435aab703142518a8f7";

    @Override
    Counterpart open(Path folder) throws IOException {
        return new Counterpart(folder, "lanjing", Protocol.FULU);
    }

    @Override
    SupplierGateway gateway(Counterpart counterpart) {
        return new FuluGateway(counterpart.line, counterpart.clock());
    }

    @Override
    Shop shop() {
        return new Shop("VD-QH-M-CODE", 1820, "VD-QH-M", 1750, true, false);
    }

    @Test
    void all_characters_are_sorted_before_the_digest() {
        assertThat(FuluSignature.sign(SECRET, "{\"b\":\"福禄\",\"a\":1}")).isEqualTo("0b426a6943bb3983eb816d64f1c30275");
    }

    @Test
    void a_card_opens_under_either_active_secret_and_no_other() {
        var sealed = "yBG/a8bZMDlhId8o5zrXOPmgyWWYfaxWVPjsyVI+HT0=";
        assertThat(FuluCards.decrypt(sealed, List.of("f".repeat(32), SECRET))).isEqualTo("QH1K7QPX3M9T5WTA");
        assertThat(FuluCards.decrypt(sealed, List.of("f".repeat(32)))).isNull();
        assertThat(FuluCards.decrypt("no base64!", List.of(SECRET))).isNull();
    }

    @Test
    void the_main_account_and_the_place_to_play_have_their_own_names() {
        assertThat(AccountNames.FULU.theirs(Map.of("uid", "123456789", "server", "一区")))
                .isEqualTo(Map.of("charge_account", "123456789", "charge_game_srv", "一区"));
        assertThat(AccountNames.GOOFISH.theirs(Map.of("phone", "13800000001")))
                .isEqualTo(Map.of("account", "13800000001"));
        assertThat(AccountNames.GOOFISH.ours("game_server")).isEqualTo("server");
        assertThat(AccountNames.GOOFISH.ours("account")).isEqualTo("account");
    }

    @Test
    void codes_have_a_deadline_and_no_password() {
        var card = (SuppliedItem.Card) finished(buy(cards(1))).items().getFirst();
        assertThat(card.number()).matches("QH[0-9A-HJKMNP-TV-Z]{14}");
        assertThat(card.password()).isNull();
        assertThat(card.expiresOn()).isNotNull();
    }

    @Test
    void not_found_says_no_more() {
        assertThat(gateway.query(supplier(), cards(1))).isEqualTo(new PurchaseReply.NotFound(null));
    }
}
