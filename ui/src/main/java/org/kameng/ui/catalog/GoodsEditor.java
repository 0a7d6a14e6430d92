package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kameng.domain.catalog.Finding;
import org.kameng.domain.catalog.Goods;
import org.kameng.domain.catalog.SaveResult;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/**
 * A form with its save: findings while one types, and when somebody else saved first, both versions side by side with
 * nothing lost.
 *
 * @param <T> the record
 */
class GoodsEditor<T extends Record & Goods> extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final GoodsForm<T> form;
    private final transient Function<T, SaveResult<T>> save;
    private final transient Function<T, List<Finding>> check;
    private final transient Consumer<T> saved;
    private final Div told = new Div();
    private final Button button = Parts.primary(t("goods.save"), this::save);

    GoodsEditor(
            GoodsForm<T> form,
            Function<T, SaveResult<T>> save,
            Function<T, List<Finding>> check,
            Consumer<T> saved,
            boolean mayWrite) {
        this.form = form;
        this.save = save;
        this.check = check;
        this.saved = saved;
        told.getElement().setAttribute("aria-live", "polite");
        button.setId("save");
        getContent().addClassName("k-stack");
        getContent().add(form, told, Parts.row(button));
        if (mayWrite) {
            form.onTyped(this::judge);
        } else {
            form.readOnly();
            button.setVisible(false);
        }
    }

    /** Judges what is typed without saving it. */
    void judge() {
        told.removeAll();
        form.typed().ifPresent(typed -> tell(check.apply(typed), Tone.WAIT));
    }

    private void tell(List<Finding> findings, Tone tone) {
        var elsewhere = form.mark(findings);
        if (findings.isEmpty()) {
            return;
        }
        told.add(Parts.note(
                t(
                        tone == Tone.BAD ? "goods.unfit" : "goods.findings",
                        findings.size(),
                        findings.getFirst().standard()),
                tone));
        if (!elsewhere.isEmpty()) {
            var list = new UnorderedList();
            elsewhere.forEach(finding -> list.add(new ListItem(FindingWords.withField(finding))));
            told.add(list);
        }
    }

    private void save() {
        told.removeAll();
        form.typed().ifPresentOrElse(this::save, () -> told.add(Parts.note(t("goods.incomplete"), Tone.BAD)));
    }

    private void save(T typed) {
        try {
            switch (save.apply(typed)) {
                case SaveResult.Saved<T> done -> {
                    form.show(done.stored());
                    Say.done(t("goods.saved"));
                    saved.accept(done.stored());
                }
                case SaveResult.Unfit<T> unfit -> tell(unfit.findings(), Tone.BAD);
                case SaveResult.Overtaken<T> overtaken -> conflict(overtaken);
            }
        } catch (DomainException refusal) {
            told.add(Parts.note(Texts.refusal(refusal), Tone.BAD));
        }
    }

    private void conflict(SaveResult.Overtaken<T> overtaken) {
        var by = overtaken.by() == null ? "–" : overtaken.by();
        var note = Parts.note(t("goods.overtaken", by, Formats.moment(overtaken.at())), Tone.WAIT);
        note.setId("overtaken");
        var table = new Table(
                t("goods.differences"),
                t("goods.difference.field"),
                t("goods.difference.theirs"),
                t("goods.difference.mine"));
        form.differences(overtaken.current()).forEach(one -> table.row(one.label(), one.theirs(), one.mine()));
        var mine = Parts.primary(t("goods.keepMine"), () -> {
            form.rebase(overtaken.current());
            save();
        });
        mine.setId("keep-mine");
        var theirs = Parts.quiet(t("goods.takeTheirs"), () -> {
            told.removeAll();
            form.show(overtaken.current());
        });
        told.add(note, table, Parts.row(mine, theirs));
    }
}
