package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.SuppliedItem;
import org.kameng.domain.supplier.SupplierGateway;

/** The goods source standard against its simulator, and its published example. */
class GoofishContractTest extends SupplierContract {
    @Override
    Counterpart open(Path folder) throws IOException {
        return new Counterpart(folder, "zhixing", Protocol.GOOFISH);
    }

    @Override
    SupplierGateway gateway(Counterpart counterpart) {
        return new GoofishGateway(counterpart.line, counterpart.clock());
    }

    @Override
    Shop shop() {
        return new Shop("ED-ZX-PY", 13000, "ED-ZX-VIP", 2400, false, true);
    }

    @Test
    void the_published_example_has_the_published_signature() {
        var body = "{\"goods_type\":1,\"goods_no\":\"12344532\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(Digests.md5Hex(body)).isEqualTo("9b8030f5097d5ed123405b003dd247c5");
        var secret = "677859093659717:wK63PxlOBaY9NoqMksLeZySzGIW25ifA:o9wl81dncmvby3ijpq7eur456zhgtaxs";
        assertThat(GoofishSignature.sign(secret, "1001", "1724414553", body))
                .isEqualTo("fda5954f48ab32b3b271c84450440ead");
    }

    @Test
    void a_course_code_comes_with_its_pin() {
        var card = (SuppliedItem.Card) finished(buy(cards(1))).items().getFirst();
        assertThat(card.number()).matches("ZX[0-9A-HJKMNP-TV-Z]{8}");
        assertThat(card.password()).matches("\\d{4}");
    }

    @Test
    void not_found_says_no_more() {
        assertThat(gateway.query(supplier(), cards(1))).isEqualTo(new PurchaseReply.NotFound(null));
    }
}
