package org.kameng.ui.account;

import java.net.URI;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** After log-in: the staff to their desk, customers to their orders. */
@Configuration(proxyBeanMethods = false)
class HomeRoute {

    @Bean
    RouterFunction<ServerResponse> home() {
        return RouterFunctions.route(
                RequestPredicates.GET("/" + AccountNavigation.HOME),
                request -> ServerResponse.seeOther(URI.create(
                                CurrentActor.person().map(Person::staff).orElse(false) ? "/desk" : "/orders"))
                        .build());
    }
}
