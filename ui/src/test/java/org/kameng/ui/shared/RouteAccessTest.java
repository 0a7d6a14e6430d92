package org.kameng.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Role;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class RouteAccessTest {
    private static final List<Class<? extends Annotation>> ACCESS =
            List.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class);

    @Route("planted-without-access")
    static class Unguarded extends Div {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void every_page_says_who_may_enter() {
        assertThat(unguarded(pages())).isEmpty();
    }

    @Test
    void a_page_that_does_not_say_it_is_found() {
        assertThat(unguarded(List.of(Unguarded.class))).containsExactly(Unguarded.class);
    }

    @Test
    void pages_are_found_at_all_and_hidden_from_other_packages() {
        var routes = routes();
        assertThat(routes).hasSizeGreaterThan(10);
        assertThat(routes).allMatch(page -> !Modifier.isPublic(page.getModifiers()));
    }

    @Test
    void every_page_has_the_one_constructor_that_spring_takes() {
        assertThat(routes()).allMatch(page -> page.getDeclaredConstructors().length == 1);
    }

    @Test
    void the_desk_opens_to_staff_only() {
        var staff = Role.staff().stream().map(Enum::name).collect(Collectors.toSet());
        routes().stream()
                .filter(page -> page.getAnnotation(Route.class).value().startsWith("desk"))
                .forEach(page -> assertThat(
                                page.getAnnotation(RolesAllowed.class).value())
                        .as(page.getSimpleName())
                        .isSubsetOf(staff));
    }

    @Test
    void role_names_are_those_of_the_domain() throws IllegalAccessException {
        var known = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toSet());
        for (var field : Roles.class.getDeclaredFields()) {
            assertThat(known).contains((String) field.get(null)).contains(field.getName());
        }
    }

    private static List<Class<?>> unguarded(List<Class<?>> pages) {
        return pages.stream()
                .filter(page ->
                        ACCESS.stream().filter(page::isAnnotationPresent).count() != 1)
                .toList();
    }

    /** Routes, layouts and error pages, whether a menu shows them or not. */
    private static List<Class<?>> pages() {
        return Stream.concat(
                        routes().stream(),
                        Stream.of(RouterLayout.class, HasErrorParameter.class)
                                .flatMap(type -> scan(new AssignableTypeFilter(type))))
                .distinct()
                .toList();
    }

    private static List<Class<?>> routes() {
        return scan(new AnnotationTypeFilter(Route.class))
                .filter(page -> !page.equals(Unguarded.class))
                .toList();
    }

    private static Stream<Class<?>> scan(org.springframework.core.type.filter.TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("org.kameng.ui").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .collect(Collectors.toCollection(() -> (Set<Class<?>>) new java.util.LinkedHashSet<Class<?>>()))
                .stream();
    }
}
