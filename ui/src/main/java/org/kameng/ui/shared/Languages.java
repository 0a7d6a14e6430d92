package org.kameng.ui.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chinese first, English second. A page says which by {@code ?lang=en}; the application remembers it in a cookie. */
public final class Languages {
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final String PARAMETER = "lang";
    static final String COOKIE = "kameng-lang";

    private Languages() {}

    public static Locale of(@Nullable String tag) {
        return tag != null && tag.startsWith("en") ? ENGLISH : CHINESE;
    }

    public static boolean isChinese(Locale locale) {
        return !"en".equals(locale.getLanguage());
    }

    public static String tag(Locale locale) {
        return isChinese(locale) ? "zh" : "en";
    }

    static Optional<String> remembered(Cookie @Nullable [] cookies) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    static Locale of(HttpServletRequest request) {
        var asked = request.getParameter(PARAMETER);
        return of(asked != null ? asked : remembered(request.getCookies()).orElse(null));
    }
}
