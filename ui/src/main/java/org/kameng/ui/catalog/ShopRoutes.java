package org.kameng.ui.catalog;

import static org.springframework.web.servlet.function.RequestPredicates.GET;

import org.kameng.domain.catalog.Catalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The shop's addresses. Functional, because the application's client also calls the root: what is not ours falls through. */
@Configuration(proxyBeanMethods = false)
class ShopRoutes {

    @Bean
    RouterFunction<ServerResponse> shop(Catalog catalog) {
        var pages = new ShopPages(catalog);
        return RouterFunctions.route(GET("/").and(ShopRoutes::fromPerson), pages::front)
                .andRoute(GET("/p/{slug}"), pages::product);
    }

    private static boolean fromPerson(ServerRequest request) {
        return request.param("v-r").isEmpty();
    }

    @Bean
    ShopTags shopTags() {
        return new ShopTags();
    }
}
