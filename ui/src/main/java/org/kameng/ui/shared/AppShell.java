package org.kameng.ui.shared;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around every view: Aura, our tokens over it, and a channel over which the server may speak first. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://assets/tokens.css")
@StyleSheet("context://assets/app.css")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "assets/mark.svg", "any");
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addMetaTag("theme-color", "#0d5c4a");
    }
}
