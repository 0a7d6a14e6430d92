package org.kameng.ui.account;

import com.vaadin.flow.component.Component;

/** Logs in with what stands in the browser's fields, by the same door as everybody: the server sends no password back. */
final class BrowserLogIn {
    private static final String POST =
            "const form = document.createElement('form'); form.method = 'post'; form.action = $0;"
                    + " const put = (name, value) => { const field = document.createElement('input'); field.type = 'hidden';"
                    + " field.name = name; field.value = value; form.append(field); };"
                    + " const meta = name => document.querySelector(`meta[name=\"${name}\"]`)?.content;"
                    + " put('username', $1.value); put('password', $2.value);"
                    + " if (meta('_csrf')) put(meta('_csrf_parameter') || '_csrf', meta('_csrf'));"
                    + " document.body.append(form); form.submit();";

    private BrowserLogIn() {}

    static void from(Component page, Component name, Component password) {
        page.getElement().executeJs(POST, AccountNavigation.LOG_IN, name.getElement(), password.getElement());
    }
}
