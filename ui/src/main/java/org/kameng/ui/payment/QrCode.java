package org.kameng.ui.payment;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Map;

/** A QR code as one path of an inline picture. */
public class QrCode extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    /** {@code label} is read out instead of the picture. */
    public QrCode(String content, String label) {
        getContent().addClassName("k-qr");
        getContent().getElement().setAttribute("role", "img");
        getContent().getElement().setAttribute("aria-label", label);
        getContent().add(new Svg(svg(content)));
    }

    static String svg(String content) {
        var matrix = encode(content);
        int size = matrix.getWidth();
        var path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
                + path + "\" fill=\"#111\"/></svg>";
    }

    private static BitMatrix encode(String content) {
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 3));
        } catch (WriterException e) {
            throw new IllegalArgumentException("this text does not fit into a QR code", e);
        }
    }
}
