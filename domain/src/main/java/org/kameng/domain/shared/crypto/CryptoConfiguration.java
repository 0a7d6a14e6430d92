package org.kameng.domain.shared.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {
    @Bean
    Keyring keyring(@Value("${kameng.keys.file:}") String file) {
        if (file.isBlank()) throw new KeyringUnusable("kameng.keys.file is not set");
        return Keyring.of(read(Path.of(file)));
    }

    @Bean
    FieldCipher fieldCipher(Keyring keyring) {
        return new KeyringFieldCipher(keyring);
    }

    @Bean
    BlindIndex blindIndex(Keyring keyring) {
        return new HmacBlindIndex(keyring);
    }

    private static Properties read(Path file) {
        if (!Files.isReadable(file)) throw new KeyringUnusable("cannot read the key file " + file);
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new KeyringUnusable("the key file " + file + " is not a properties file");
        }
        return properties;
    }
}
