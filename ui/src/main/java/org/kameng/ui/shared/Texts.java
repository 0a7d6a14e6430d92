package org.kameng.ui.shared;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;

/** Words of the current screen's language. */
public final class Texts {

    private Texts() {}

    public static String t(String key, Object... args) {
        return I18NProvider.translate(key, args);
    }

    /** The text of a value of an enum: {@code prefix.VALUE}. */
    public static String t(String prefix, Enum<?> value) {
        return I18NProvider.translate(prefix + "." + value.name());
    }

    public static String refusal(DomainException refusal) {
        return refusal(refusal.code(), refusal.args().toArray());
    }

    public static String refusal(ErrorCode code, Object... args) {
        return I18NProvider.translate("error." + code.name(), args);
    }

    /** The text of a key that may be missing. */
    public static Optional<String> known(String key) {
        var text = I18NProvider.translate(key);
        return text.equals(key) ? Optional.empty() : Optional.of(text);
    }

    /** The words of a code that a record holds; one nobody has words for is told by its name. */
    public static String code(String prefix, String code) {
        return known(prefix + "." + code).orElse(code);
    }

    public static boolean chinese() {
        var ui = UI.getCurrent();
        return ui == null || Languages.isChinese(ui.getLocale());
    }

    /** Chooses between two names that the database holds. */
    public static String either(String zh, String en) {
        return chinese() ? zh : en;
    }

    public static Locale locale() {
        return chinese() ? Languages.CHINESE : Languages.ENGLISH;
    }
}
