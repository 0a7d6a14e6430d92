package org.kameng.ui.shared;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.RowVersions;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** What all screens share. */
@Configuration(proxyBeanMethods = false)
@EnableVaadin("org.kameng.ui")
class ScreenConfiguration {

    @Bean
    ChangeFeed changeFeed(RowVersions versions) {
        return new ChangeFeed(versions);
    }

    @Bean
    I18NProvider texts(MessageSource bundles) {
        return new BundleTexts(bundles);
    }

    /** The address decides the language of a page that may be cached; only pages of a session look at the cookie. */
    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Languages.of(request.getParameter(Languages.PARAMETER));
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the address decides the language");
            }
        };
    }
}
