package org.kameng.domain.shared.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kameng.domain.TestKeys;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

class CryptoTest {
    private static final String HERE = "account|phone|1";
    private static final String PLAIN = "13800000001";

    private final Properties keys = TestKeys.properties();

    @Test
    void what_was_sealed_is_opened_and_never_looks_the_same_twice() {
        var cipher = cipher();
        var sealed = cipher.encrypt(HERE, PLAIN);
        assertThat(cipher.decrypt(HERE, sealed)).isEqualTo(PLAIN);
        assertThat(cipher.encrypt(HERE, PLAIN)).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(PLAIN);
    }

    @Test
    void our_seals_are_those_of_tink() throws GeneralSecurityException {
        var key = Base64.getDecoder().decode(keys.getProperty("field.1"));
        var plain = PLAIN.getBytes(StandardCharsets.UTF_8);
        var context = HERE.getBytes(StandardCharsets.UTF_8);
        var tink = new AesGcmJce(key);
        assertThat(tink.decrypt(AesGcm.seal(key, HERE, plain), context)).isEqualTo(plain);
        assertThat(AesGcm.open(key, HERE, tink.encrypt(plain, context))).isEqualTo(plain);
        assertThat(AesGcm.open(key, HERE, AesGcm.seal(key, HERE, new byte[0]))).isEmpty();
    }

    @Test
    void a_ciphertext_moved_to_another_row_is_refused() {
        var cipher = cipher();
        var mine = cipher.encrypt("account|phone|1", PLAIN);
        var yours = cipher.encrypt("account|phone|2", "13900000002");
        assertBroken(() -> cipher.decrypt("account|phone|2", mine));
        assertBroken(() -> cipher.decrypt("account|phone|1", yours));
        assertBroken(() -> cipher.decrypt("account|email|1", mine));
    }

    @Test
    void any_changed_byte_is_noticed() {
        var cipher = cipher();
        var random = new Random(99);
        for (var round = 0; round < 200; round++) {
            var sealed = cipher.encrypt(HERE, PLAIN);
            sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(8));
            assertBroken(() -> cipher.decrypt(HERE, sealed));
        }
        assertBroken(() -> cipher.decrypt(HERE, new byte[0]));
        assertBroken(() -> cipher.decrypt(HERE, new byte[] {1, 1, 1}));
    }

    @Test
    void after_a_rotation_old_fields_still_open_and_new_ones_use_the_new_key() {
        var before = cipher().encrypt(HERE, PLAIN);
        TestKeys.add(keys, "field", 2);
        keys.setProperty("field.active", "2");
        var rotated = cipher();
        assertThat(rotated.decrypt(HERE, before)).isEqualTo(PLAIN);
        var after = rotated.encrypt(HERE, PLAIN);
        assertThat(rotated.version(before)).isEqualTo(1);
        assertThat(rotated.version(after)).isEqualTo(2);
        keys.remove("field.1");
        assertBroken(() -> cipher().decrypt(HERE, before));
        assertThat(cipher().decrypt(HERE, after)).isEqualTo(PLAIN);
    }

    @Test
    void equal_values_meet_in_the_index_only_for_one_purpose_and_key() {
        var index = new HmacBlindIndex(Keyring.of(keys));
        assertThat(index.of("phone", PLAIN)).isEqualTo(index.of("phone", PLAIN)).hasSize(32);
        assertThat(index.of("payer", PLAIN)).isNotEqualTo(index.of("phone", PLAIN));
        assertThat(index.of("a|b", "c")).isNotEqualTo(index.of("a", "b|c"));
        assertThat(new HmacBlindIndex(Keyring.of(TestKeys.properties())).of("phone", PLAIN))
                .isNotEqualTo(index.of("phone", PLAIN));
    }

    @Test
    void while_the_index_key_rotates_a_value_is_looked_up_under_both() {
        var before = new HmacBlindIndex(Keyring.of(keys)).of("phone", PLAIN);
        TestKeys.add(keys, "index", 2);
        keys.setProperty("index.active", "2");
        var candidates = new HmacBlindIndex(Keyring.of(keys)).candidates("phone", PLAIN);
        assertThat(candidates.sequencedKeySet()).containsExactly(2, 1);
        assertThat(candidates.get(1)).isEqualTo(before);
        assertThat(candidates.get(2)).isNotEqualTo(before);
    }

    @Test
    void a_keyring_never_shows_a_key() {
        assertThat(Keyring.of(keys).toString()).isEqualTo("Keyring{KEK=1, FIELD=1, INDEX=1}");
    }

    @Test
    void unusable_keys_stop_with_a_message_that_names_what_is_wrong_and_shows_nothing() {
        var shortKey = Base64.getEncoder().encodeToString(new byte[16]);
        keys.setProperty("field.1", shortKey);
        assertUnusable("field.1 is not 32 bytes long");
        keys.setProperty("field.1", "*not-base64*");
        assertUnusable("field.1 is not base64");
        keys.remove("field.1");
        assertUnusable("field.1 is missing");
        keys.remove("field.active");
        assertUnusable("field.active must name a key version");
    }

    @Test
    void an_application_without_key_file_does_not_start_and_says_what_to_do() {
        var runner = new ApplicationContextRunner().withConfiguration(UserConfigurations.of(CryptoConfiguration.class));
        runner.run(context -> assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(KeyringUnusable.class)
                .hasMessageContaining("kameng.keys.file is not set"));
        runner.withPropertyValues("kameng.keys.file=no/such/file")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("cannot read the key file")
                        .hasMessageContaining("openssl rand"));
        runner.withPropertyValues("kameng.keys.file=" + TestKeys.file())
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(FieldCipher.class));
    }

    @Test
    void the_start_error_reads_as_what_happened_and_what_to_do() {
        var analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, e) -> {}));
        var analysis = analyzers.stream()
                .filter(KeyringFailureAnalyzer.class::isInstance)
                .findFirst()
                .orElseThrow()
                .analyze(new IllegalStateException("wrapped", new KeyringUnusable("kek.1 is missing")));
        assertThat(analysis.getDescription()).isEqualTo("kek.1 is missing");
        assertThat(analysis.getAction()).contains("kameng.keys.file", "openssl rand");
    }

    private FieldCipher cipher() {
        return new KeyringFieldCipher(Keyring.of(keys));
    }

    private void assertUnusable(String what) {
        assertThatExceptionOfType(KeyringUnusable.class)
                .isThrownBy(() -> Keyring.of(keys))
                .withMessageContaining(what)
                .withMessageContaining("kameng.keys.file")
                .withMessageNotContaining("not-base64");
    }

    private static void assertBroken(Runnable act) {
        assertThatExceptionOfType(SealBroken.class).isThrownBy(act::run).withMessageNotContaining(PLAIN);
    }
}
