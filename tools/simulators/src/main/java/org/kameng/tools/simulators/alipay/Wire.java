package org.kameng.tools.simulators.alipay;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.channel.Rsa;
import org.kameng.tools.simulators.http.Refusal;

/** Forms, signatures, times and amounts as the gateway writes them. */
final class Wire {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern YUAN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    private final AppKeys keys;

    Wire(AppKeys keys) {
        this.keys = keys;
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(CHINA));
    }

    static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(CHINA);
        } catch (DateTimeException e) {
            throw new Refusal(400, "ACQ.INVALID_PARAMETER", "参数有误: 时间格式");
        }
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static long fen(@Nullable String yuan, String field) {
        if (yuan == null || !YUAN.matcher(yuan).matches()) {
            throw new Refusal(400, "ACQ.INVALID_PARAMETER", "参数有误: " + field);
        }
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    static Map<String, String> form(@Nullable String encoded) {
        var fields = new TreeMap<String, String>();
        for (var pair : (encoded == null ? "" : encoded).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A request is signed over all it says but the signature. */
    void verify(Map<String, String> request) {
        if (!keys.appId.equals(request.get("app_id"))) {
            throw new Refusal(400, "isv.invalid-app-id", "无效的AppID参数");
        }
        var signed = content(request, name -> !name.equals("sign"));
        if (!"RSA2".equals(request.get("sign_type"))
                || !Rsa.matches(signed, request.getOrDefault("sign", ""), keys.appKey)) {
            throw new Refusal(400, "isv.invalid-signature", "验签出错，请检查签名密钥是否匹配");
        }
    }

    /** An answer is signed over the text of its node. */
    String signNode(String node, boolean genuine) {
        return Rsa.sign(node, key(genuine));
    }

    /** A notification is signed over all it says but {@code sign} and {@code sign_type}. */
    String signNotice(Map<String, String> fields, boolean genuine) {
        return Rsa.sign(content(fields, name -> !name.equals("sign") && !name.equals("sign_type")), key(genuine));
    }

    private java.security.PrivateKey key(boolean genuine) {
        return genuine ? keys.alipayKey : keys.strangersKey;
    }

    private static String content(Map<String, String> fields, Predicate<String> signed) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field ->
                                signed.test(field.getKey()) && !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }
}
