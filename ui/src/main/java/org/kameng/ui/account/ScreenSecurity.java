package org.kameng.ui.account;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.atmosphere.cpr.ApplicationConfig;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.SessionRules;
import org.kameng.ui.shared.PagePolicy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Deny by default. The shop window needs no session; everything else belongs to views that say who may enter. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class ScreenSecurity {
    static final int SHOP = 20;
    static final int APPLICATION = 30;

    @Bean
    @Order(SHOP)
    SecurityFilterChain shopSecurity(HttpSecurity http) {
        return http.securityMatcher(shopWindow())
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers ->
                        common(headers).cacheControl(cache -> cache.disable()).addHeaderWriter(PagePolicy.ofShop()))
                .build();
    }

    /**
     * A log-in gives the session a new id. It does not throw the old session away: that would close the log-in page's push
     * channel, and the page would then reload itself in a race with the browser's way on.
     */
    @Bean
    @Order(APPLICATION)
    SecurityFilterChain applicationSecurity(
            HttpSecurity http, AccountAuthentication accountAuthentication, SessionKeeper keeper, RequestUtil vaadin) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/" + AccountNavigation.HOME)
                        .authenticated())
                .authenticationProvider(accountAuthentication)
                // Vaadin's own rule would also let log-ins in without a token; its client's calls carry a token of
                // their own.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest))
                // A log-in page that lay open too long is simply shown afresh.
                .exceptionHandling(refused -> refused.defaultAccessDeniedHandlerFor(
                        (request, response, why) -> response.sendRedirect("/" + AccountNavigation.LOG_IN),
                        request -> request.getRequestURI().equals("/" + AccountNavigation.LOG_IN)))
                .addFilterBefore(keeper, SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId())
                        .addSessionAuthenticationStrategy(keeper))
                .headers(headers -> common(headers)
                        .addHeaderWriter(PagePolicy.ofApplication())
                        .withObjectPostProcessor(eager()))
                .with(
                        vaadin(),
                        application -> application
                                .enableCsrfConfiguration(false)
                                .loginView(LoginView.class, "/")
                                .defaultSuccessUrl("/" + AccountNavigation.HOME))
                .build();
    }

    @Bean
    SessionKeeper sessionKeeper(AccountService accounts, Clock clock) {
        return new SessionKeeper(accounts, SessionRules.STANDARD, clock);
    }

    /**
     * A page closes its push channel when the browser leaves it. Had its session ended, Atmosphere would open another for that
     * call, and its cookie would take the log-in page's session away, which the browser has just opened: the first log-in
     * after the idle time would be lost.
     */
    @Bean
    static BeanPostProcessor noSessionByPush() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> servlet && servlet.getServlet() instanceof VaadinServlet)
                    servlet.addInitParameter(ApplicationConfig.PROPERTY_SESSION_CREATE, "false");
                return bean;
            }
        };
    }

    /** The keeper works inside the chain only. */
    @Bean
    FilterRegistrationBean<SessionKeeper> keeperInChainOnly(SessionKeeper keeper) {
        var registration = new FilterRegistrationBean<>(keeper);
        registration.setEnabled(false);
        return registration;
    }

    /** The shop's pages and files; requests of the application's client to the root carry {@code v-r}. */
    private static RequestMatcher shopWindow() {
        return request -> {
            var path = request.getRequestURI();
            var read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
            return read
                    && request.getParameter("v-r") == null
                    && (path.equals("/") || path.startsWith("/p/") || path.startsWith("/assets/"));
        };
    }

    /** The application's servlet is reached by a forward, which closes the response before late headers could be written. */
    private static ObjectPostProcessor<HeaderWriterFilter> eager() {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"));
    }
}
