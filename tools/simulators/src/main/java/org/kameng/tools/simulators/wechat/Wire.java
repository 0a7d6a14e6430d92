package org.kameng.tools.simulators.wechat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.channel.Rsa;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;

/** Signatures and sealed resources as the channel's documents describe them. */
final class Wire {
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern FIELD = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));
    private static final int TAG_BITS = 128;

    private final MerchantKeys keys;

    Wire(MerchantKeys keys) {
        this.keys = keys;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** @throws Refusal 401 unless the merchant's key signed exactly this request within five minutes */
    void verify(Request request) {
        var header = request.header("authorization");
        if (header == null || !header.startsWith(SCHEME)) {
            throw unsigned("缺少签名");
        }
        Map<String, String> fields = new HashMap<>();
        var found = FIELD.matcher(header);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        if (!keys.spMchid.equals(fields.get("mchid")) || !keys.merchantSerial.equals(fields.get("serial_no"))) {
            throw unsigned("商户号或证书序列号不正确");
        }
        var timestamp = fields.getOrDefault("timestamp", "");
        requireFresh(timestamp);
        var message = String.join(
                "\n",
                request.method(),
                request.target(),
                timestamp,
                fields.getOrDefault("nonce_str", ""),
                request.text(),
                "");
        if (!Rsa.matches(message, fields.getOrDefault("signature", ""), keys.merchantKey)) {
            throw unsigned("签名错误");
        }
    }

    // The real time, not the dialled one: the official SDK signs with, and checks answers against, the machine's clock.
    private static void requireFresh(String timestamp) {
        try {
            var signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            var age = Duration.between(signedAt, Clock.systemUTC().instant());
            if (age.abs().compareTo(OLDEST) <= 0) {
                return;
            }
        } catch (NumberFormatException e) {
            throw unsigned("时间戳不正确");
        }
        throw unsigned("时间戳已过期");
    }

    private static Refusal unsigned(String why) {
        return new Refusal(401, "SIGN_ERROR", why);
    }

    /** The four headers that prove a body, stamped with the machine's time (see {@link #requireFresh}). */
    Map<String, String> signAnswer(String body, boolean genuine) {
        return sign(body, Clock.systemUTC().instant(), genuine);
    }

    /** The four headers that prove a body at a given time, signed by the platform's key or a stranger's. */
    Map<String, String> sign(String body, Instant at, boolean genuine) {
        var timestamp = Long.toString(at.getEpochSecond());
        var nonce = Numbers.hex(32);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Wechatpay-Timestamp", timestamp);
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Serial", keys.platformKeyId);
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        var key = genuine ? keys.platformKey : keys.strangersKey;
        headers.put("Wechatpay-Signature", Rsa.sign(timestamp + "\n" + nonce + "\n" + body + "\n", key));
        return headers;
    }

    /** The {@code resource} of a notification. */
    Map<String, String> seal(String kind, byte[] plain) {
        var nonce = Numbers.hex(12);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var parameters = new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.US_ASCII));
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.apiV3Key, "AES"), parameters);
            cipher.updateAAD(kind.getBytes(StandardCharsets.UTF_8));
            var resource = new LinkedHashMap<String, String>();
            resource.put("original_type", kind);
            resource.put("algorithm", "AEAD_AES_256_GCM");
            resource.put("ciphertext", Base64.getEncoder().encodeToString(cipher.doFinal(plain)));
            resource.put("associated_data", kind);
            resource.put("nonce", nonce);
            return resource;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
