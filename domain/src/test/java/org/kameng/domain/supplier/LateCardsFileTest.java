package org.kameng.domain.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.lingala.zip4j.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.vault.CardFiles;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;

class LateCardsFileTest extends TwoSources {
    private static final RevealContext HERE = new RevealContext("10.1.2.3", "Edge on Windows", null);

    @TempDir
    Path folder;

    @Test
    void cards_that_arrive_while_the_file_is_written_are_not_in_it_and_not_revealed() throws IOException {
        buyer = shop.distributor();
        var no = paid(3);
        purchases.record(sent(no), cards(1));
        var files = shop.bean(CardFiles.class);
        var passphrase = files.passphrase();
        var file = files.take(buyer, no, passphrase, HERE);
        purchases.record(sent(no), cards(2));
        var zip = folder.resolve(file.name());
        try (var out = Files.newOutputStream(zip)) {
            file.writeTo(out);
        }
        try (var opened = new ZipFile(zip.toFile(), passphrase.text().toCharArray())) {
            opened.extractAll(folder.toString());
        }
        assertThat(Files.readString(folder.resolve("cards-" + no + ".csv"), StandardCharsets.UTF_8)
                        .lines())
                .as("the header and the card that was there")
                .hasSize(2);
        assertThat(shop.bean(CardVault.class)
                        .ofOrder(buyer, no, PageRequest.first(200))
                        .rows())
                .hasSize(3)
                .filteredOn(card -> card.firstRevealedAt() == null)
                .hasSize(2);
    }
}
