package org.kameng.app;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.IpAddressAuthorizationManager;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * What machines call, in every role. Webhooks prove themselves by their signature, so they carry no CSRF token; figures and
 * the clock dial answer only to this machine. A process without screens refuses all the rest.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class MachineSecurity {
    private static final int FIRST = 10;
    private static final int LAST = 90;
    private static final String[] PATHS = {"/webhooks/**", "/ksp/**", "/goofish/**", "/actuator/**", "/internal/**"};
    private static final String[] SIGNED = {"/webhooks/**", "/ksp/notify/*", "/goofish/notify/*"};

    @Bean
    @Order(FIRST)
    SecurityFilterChain machines(HttpSecurity http, @Value("${kameng.clock.dial:false}") boolean dial) {
        var here = IpAddressAuthorizationManager.hasIpAddress("127.0.0.1");
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, SIGNED)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                        .access(here)
                        .requestMatchers("/internal/clock", "/internal/routes")
                        .access((who, request) ->
                                dial ? here.authorize(who, request) : new AuthorizationDecision(false))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Where screens are played, their own rules match every other request. */
    @Bean
    @Order(LAST)
    @ConditionalOnExpression("!'${kameng.roles:ui,workers}'.contains('ui')")
    SecurityFilterChain nothingElse(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
