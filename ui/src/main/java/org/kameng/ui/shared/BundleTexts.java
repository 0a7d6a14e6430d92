package org.kameng.ui.shared;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;

/** Gives Vaadin the same bundles that the shop pages use. */
final class BundleTexts implements I18NProvider {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(BundleTexts.class);

    private final transient MessageSource bundles;

    BundleTexts(MessageSource bundles) {
        this.bundles = bundles;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Languages.CHINESE, Languages.ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        var language = Languages.isChinese(locale) ? Languages.CHINESE : Languages.ENGLISH;
        var text = bundles.getMessage(key, args, null, language);
        if (text == null) {
            LOG.debug("No text for {}", key);
            return key;
        }
        return text;
    }
}
