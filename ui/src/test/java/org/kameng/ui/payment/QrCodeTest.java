package org.kameng.ui.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final int SCALE = 4;

    @Test
    void a_wallet_reads_back_what_was_put_in() throws Exception {
        var content = "weixin://wxpay/bizpayurl?pr=aB3dE5fG7hJ9kL1m";
        assertThat(read(QrCode.svg(content))).isEqualTo(content);
    }

    private static String read(String svg) throws Exception {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int size = Integer.parseInt(box.group(1));
        var pixels = new int[size * SCALE * size * SCALE];
        Arrays.fill(pixels, 0xFFFFFF);
        Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg).results().forEach(dot -> {
            int x = Integer.parseInt(dot.group(1)) * SCALE;
            int y = Integer.parseInt(dot.group(2)) * SCALE;
            for (int row = y; row < y + SCALE; row++) {
                Arrays.fill(pixels, row * size * SCALE + x, row * size * SCALE + x + SCALE, 0);
            }
        });
        var source = new RGBLuminanceSource(size * SCALE, size * SCALE, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)))
                .getText();
    }
}
