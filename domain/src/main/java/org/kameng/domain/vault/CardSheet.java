package org.kameng.domain.vault;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.kameng.domain.shared.OrderNo;

/** The cards of one order as CSV in a ZIP that is encrypted with AES-256 (WinZip's AE-2), which common archivers open. */
final class CardSheet implements TakenFile {
    private static final int PAGE = 500;
    private static final List<String> HEADER =
            List.of("order", "line", "slot", "card", "sku", "name", "no", "pwd", "pin", "url", "expires_on", "note");
    private static final String README = """
            一行一张卡密：no 卡号，pwd 密码，pin PIN 码，url 兑换地址。
            为避免表格软件改动或执行内容：以 = + - @ 开头的内容前加了英文单引号，纯数字等会被改写的内容末尾加了一个制表符；使用时请去掉。
            note 为 DESTROYED 的卡密已销毁，请联系客服。请妥善保管并及时删除本文件；打开口令不要与文件一起发送。

            One card per line: no number, pwd password, pin PIN, url redemption page.
            So that no spreadsheet runs or changes them, values that begin with = + - @ have an apostrophe before them, and values
            that would be read as numbers or dates have a tab behind them: leave these out when you use them.
            A card whose note is DESTROYED no longer exists: contact support. Keep this file safe, delete it in time, and never
            send the passphrase together with it.
            """;

    private final FileTable table;
    private final CardSeal seal;
    private final OrderNo no;
    private final int cards;
    private final Passphrase passphrase;
    private final Map<Long, byte[]> batchKeys = new HashMap<>();

    CardSheet(FileTable table, CardSeal seal, OrderNo no, int cards, Passphrase passphrase) {
        this.table = table;
        this.seal = seal;
        this.no = no;
        this.cards = cards;
        this.passphrase = passphrase;
    }

    @Override
    public String name() {
        return "cards-" + no + ".zip";
    }

    @Override
    public int cards() {
        return cards;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var password = passphrase.text().toCharArray();
        try (var zip = new ZipOutputStream(new Unclosed(out), password)) {
            zip.putNextEntry(entry("readme.txt"));
            zip.write(README.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(entry("cards-" + no + ".csv"));
            var text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            // Without the mark, spreadsheets read Chinese names in the machine's own encoding.
            text.write('\uFEFF');
            var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(HEADER);
            write(csv);
            zip.closeEntry();
        }
    }

    private void write(CsvWriter csv) throws IOException {
        var rows = table.page(no, 0, 0, PAGE);
        while (!rows.isEmpty()) {
            for (var row : rows) csv.writeRecord(cells(row));
            csv.flush();
            var last = rows.getLast();
            rows = rows.size() < PAGE ? List.of() : table.page(no, last.line(), last.slot(), PAGE);
        }
    }

    private List<String> cells(FileTable.Row row) {
        var secret = row.secret();
        var content = secret == null
                ? new CardContent("", null, null, null)
                : seal.open(batchKey(secret), row.id(), row.sku(), secret.sealed());
        return List.of(
                no.value(),
                String.valueOf(row.line()),
                String.valueOf(row.slot()),
                String.valueOf(row.id()),
                row.sku().value(),
                SheetCell.of(row.name()),
                SheetCell.of(content.number()),
                SheetCell.of(content.password()),
                SheetCell.of(content.pin()),
                SheetCell.of(content.url()),
                row.expiresOn() == null ? "" : row.expiresOn().toString(),
                secret == null ? "DESTROYED" : "");
    }

    private byte[] batchKey(CardReads.Secret secret) {
        return batchKeys.computeIfAbsent(secret.batchId(), id -> seal.unwrap(id, secret.batchKey()));
    }

    private static ZipParameters entry(String name) {
        var entry = new ZipParameters();
        entry.setFileNameInZip(name);
        entry.setEncryptFiles(true);
        entry.setEncryptionMethod(EncryptionMethod.AES);
        entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        return entry;
    }

    /** The response is not ours to close. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
