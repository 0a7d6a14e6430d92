package org.kameng.ui.doubles;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.kameng.domain.shared.Actor;
import org.kameng.ui.shared.Person;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A page in memory, with the real texts and somebody logged in. */
@ViewPackages(packages = "org.kameng.ui.doubles")
public abstract class ViewTest extends BrowserlessTest {
    static {
        System.setProperty("vaadin.i18n.provider", TestTexts.class.getName());
    }

    private Actor actor = People.customer();

    protected void actingAs(Actor who) {
        actor = who;
        logIn();
    }

    @BeforeEach
    void logIn() {
        var person = new Person(actor.requireAccount(), actor.name(), actor.roles(), 1);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    protected <T extends Component> T shown(T component) {
        UI.getCurrent().add(component);
        return component;
    }
}
