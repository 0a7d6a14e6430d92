package org.kameng.ui.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** Small pieces that every page is put together from. */
public final class Parts {

    /** The meaning of a badge; its words always say the same, colour only helps. */
    public enum Tone {
        OK,
        WAIT,
        BAD,
        INFO,
        PLAIN
    }

    private Parts() {}

    public static Span badge(String text, Tone tone) {
        var badge = new Span(text);
        badge.addClassNames("k-badge", tone(tone));
        return badge;
    }

    private static String tone(Tone tone) {
        return switch (tone) {
            case OK -> "k-ok";
            case WAIT -> "k-wait";
            case BAD -> "k-bad";
            case INFO -> "k-info";
            case PLAIN -> "k-plain";
        };
    }

    /** A titled sheet. */
    public static Section sheet(String title, Component... content) {
        var heading = new H2(title);
        var sheet = new Section(heading);
        sheet.addClassName("k-sheet");
        sheet.add(content);
        return sheet;
    }

    public static DescriptionList facts() {
        var list = new DescriptionList();
        list.addClassName("k-facts");
        return list;
    }

    public static void fact(DescriptionList list, String name, String value) {
        fact(list, name, new Span(value));
    }

    public static void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }

    public static Div note(String text, Tone tone) {
        var note = new Div(text);
        note.addClassNames("k-note", tone(tone));
        return note;
    }

    public static Div empty(String text, Component... more) {
        var empty = new Div(new Span(text));
        empty.addClassName("k-empty");
        empty.add(more);
        return empty;
    }

    public static Button primary(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button quiet(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    public static Div row(Component... parts) {
        var row = new Div(parts);
        row.addClassName("k-row");
        return row;
    }

    /** What matters, and below it in grey what else is known; for the cells of a grid. */
    public static Div twoLines(Component first, String second) {
        var quiet = new Span(second);
        quiet.addClassName("k-quiet");
        var box = new Div(first, quiet);
        box.addClassName("k-two-lines");
        return box;
    }

    public static Span code(String text) {
        var code = new Span(text);
        code.addClassName("k-code");
        return code;
    }
}
