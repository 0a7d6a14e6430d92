package org.kameng.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.kameng.domain.TestClock;
import org.kameng.domain.TestKeys;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.crypto.Keyring;
import org.kameng.domain.shared.crypto.SealBroken;

class CardSealTest {
    private static final SkuId SKU = new SkuId("GM-NEB-30");
    private static final CardContent CARD = new CardContent("NEB1", "1234", null, "9");
    private final SecureRandom random = new SecureRandom();

    @Test
    void a_rotation_rewraps_the_batch_key_and_the_cards_stay_as_they_are() {
        var keys = TestKeys.properties();
        var old = seal(keys);
        var batchKey = old.newKey();
        var wrapped = old.wrap(7, batchKey);
        var card = old.seal(batchKey, 1, SKU, CARD);

        TestKeys.add(keys, "kek", 2);
        keys.setProperty("kek.active", "2");
        var rotated = seal(keys);
        var rewrapped = rotated.wrap(7, rotated.unwrap(7, wrapped));
        assertThat(rewrapped.kekVersion()).isEqualTo(2);

        keys.remove("kek.1");
        var later = seal(keys);
        assertThat(later.open(later.unwrap(7, rewrapped), 1, SKU, card)).isEqualTo(CARD);
        assertThatThrownBy(() -> later.unwrap(7, wrapped)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_secret_moved_to_another_card_sku_or_batch_cannot_be_opened() {
        var seal = seal(TestKeys.properties());
        var batchKey = seal.newKey();
        var wrapped = seal.wrap(7, batchKey);
        var card = seal.seal(batchKey, 1, SKU, CARD);
        assertThatThrownBy(() -> seal.open(batchKey, 2, SKU, card)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> seal.open(batchKey, 1, new SkuId("OTHER"), card))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> seal.unwrap(8, wrapped)).isInstanceOf(SealBroken.class);
        assertThat(CARD.toString()).doesNotContain("NEB1");
    }

    private CardSeal seal(java.util.Properties keys) {
        return new CardSeal(Keyring.of(keys), random, new Ids(new TestClock(), random));
    }
}
