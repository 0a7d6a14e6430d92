package org.kameng.ui.engine;

import com.vaadin.flow.i18n.I18NProvider;
import org.kameng.ui.shared.Texts;

/** What the parts of a model are called in the reader's language; a part without words keeps its name from the model. */
public final class ElementWords {

    private ElementWords() {}

    public static String of(String elementId) {
        return I18NProvider.translate(Texts.locale(), "element." + elementId);
    }

    static String of(String elementId, String nameInModel) {
        return Texts.known("element." + elementId).orElse(nameInModel);
    }
}
