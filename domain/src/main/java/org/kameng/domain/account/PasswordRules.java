package org.kameng.domain.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;

/**
 * Length and commonness, nothing else: no composition rules. A password is too common if what is left after undoing the
 * usual tricks (case, look-alike digits, digits and signs before and behind, repetition) is a word of the list, a
 * keyboard run, or the log-in itself.
 */
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final int FEW_DIFFERENT = 4;
    private static final String[] RUNS = {
        "01234567890123456789",
        "98765432109876543210",
        "abcdefghijklmnopqrstuvwxyz",
        "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiopasdfghjklzxcvbnm",
        "poiuytrewqlkjhgfdsamnbvcxz",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1q2w3e4r5t6y7u8i9o0p",
        "q1w2e3r4t5y6u7i8o9p0",
        "a1b2c3d4e5f6g7h8i9j0",
        "147258369",
        "741852963",
        "1a2b3c4d5e6f7g8h9i0j"
    };
    // Digits people choose for their sound or their place on the keypad, one after the other.
    private static final Pattern LUCKY_DIGITS =
            Pattern.compile("(520|521|1314|123|321|456|654|789|987|147|258|369|159|357|168|([0-9])\\2\\2)+");
    private static final Set<String> COMMON = load();

    private PasswordRules() {}

    /** Refuses with PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG or PASSWORD_TOO_COMMON. */
    static void check(String password, String login) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) throw new DomainException(ErrorCode.PASSWORD_TOO_SHORT, SHORTEST);
        if (length > LONGEST) throw new DomainException(ErrorCode.PASSWORD_TOO_LONG, LONGEST);
        if (isCommon(password, login)) throw new DomainException(ErrorCode.PASSWORD_TOO_COMMON);
    }

    private static boolean isCommon(String password, String login) {
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.chars().distinct().count() < FEW_DIFFERENT) return true;
        if (lower.contains(login.toLowerCase(Locale.ROOT))) return true;
        var solid = lower.replaceAll("[^\\p{L}\\p{N}]", "");
        var core = lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return isListed(solid) || isListed(core) || isListed(plain(lower)) || isListed(plain(core)) || isRun(solid);
    }

    private static boolean isListed(String text) {
        return COMMON.contains(text) || COMMON.contains(withoutRepetition(text));
    }

    private static boolean isRun(String text) {
        var once = withoutRepetition(text);
        for (var run : RUNS) if ((run + run).contains(once)) return true;
        return LUCKY_DIGITS.matcher(text).matches();
    }

    private static String withoutRepetition(String text) {
        for (var size = 1; size <= text.length() / 2; size++) {
            var part = text.substring(0, size);
            if (text.length() % size == 0 && part.repeat(text.length() / size).equals(text)) return part;
        }
        return text;
    }

    private static String plain(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i')
                .replaceAll("[^\\p{L}]", "");
    }

    private static Set<String> load() {
        var stream = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
