package org.kameng.ui.engine;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kameng.domain.shared.Actor;
import org.kameng.processes.view.ProcessPicture;
import org.kameng.processes.view.ProcessView;
import org.kameng.processes.view.TimelineEntry;
import org.kameng.processes.view.Waiting;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** The diagram with its token, what it waits for, and its life in plain words. */
public class ProcessPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    /**
     * Brings what happens now into the middle of a picture that is wider than its frame, and makes the frame as high as what
     * stands in it: the way elsewhere may lead far down where nothing is to be seen here.
     */
    private static final String TO_THE_TOKEN = """
            const at = this.querySelector('.active, .stuck') ?? this.querySelector('.endEvent.done');
            const here = () => this.getBoundingClientRect();
            if (at) {
              const there = at.getBoundingClientRect();
              this.scrollLeft += there.left - here().left - (here().width - there.width) / 2;
            }
            const fit = () => {
              if (this.classList.contains('k-fit')) return;
              const frame = here();
              const seen = [...this.querySelectorAll('.node')].map(node => node.getBoundingClientRect())
                .filter(box => box.right > frame.left && box.left < frame.right);
              if (!seen.length) return;
              const top = Math.min(...seen.map(box => box.top)), bottom = Math.max(...seen.map(box => box.bottom));
              this.style.height = (bottom - top + 64) + 'px';
              this.scrollTop += top - this.getBoundingClientRect().top - 32;
            };
            fit();
            this.addEventListener('scrollend', fit);
            new ResizeObserver(fit).observe(this.parentElement);""";

    private final transient ProcessView processes;
    private final transient Clock clock;
    private final transient Actor staff;
    private final String businessNo;

    public ProcessPanel(ProcessView processes, Clock clock, Actor staff, String businessNo) {
        this.processes = processes;
        this.clock = clock;
        this.staff = staff;
        this.businessNo = businessNo;
        getContent().addClassName("k-stack");
        refresh();
    }

    /** Reads everything anew. */
    public void refresh() {
        getContent().removeAll();
        processes
                .waitingFor(staff, businessNo)
                .ifPresent(waiting -> getContent().add(waiting(waiting)));
        processes
                .of(staff, businessNo)
                .ifPresentOrElse(this::picture, () -> getContent().add(Parts.empty(t("process.none"))));
        var timeline = processes.timeline(staff, businessNo);
        if (!timeline.isEmpty()) {
            getContent().add(new H3(t("process.timeline")), timeline(timeline));
        }
    }

    private void picture(ProcessPicture picture) {
        var head = new H3(t("process." + picture.processId()));
        var state = Parts.badge(t("process.state", picture.state()), tone(picture.state()));
        var diagram = diagram(picture);
        var whole =
                Parts.quiet(t("process.whole"), () -> diagram.setClassName("k-fit", !diagram.hasClassName("k-fit")));
        whole.addThemeVariants(ButtonVariant.SMALL);
        getContent().add(Parts.row(head, state, whole), diagram);
        picture.incidents()
                .forEach(incident -> getContent()
                        .add(Parts.note(
                                t(
                                        "process.incident",
                                        ElementWords.of(incident.elementId()),
                                        why(Objects.requireNonNullElse(incident.message(), incident.errorType())),
                                        Formats.moment(incident.since())),
                                Tone.BAD)));
        picture.called().forEach(this::picture);
    }

    private static Div diagram(ProcessPicture picture) {
        var stuck = picture.incidents().stream()
                .map(ProcessPicture.IncidentRow::elementId)
                .collect(Collectors.toSet());
        Set<String> done = new HashSet<>(picture.completed());
        done.addAll(picture.flows());
        var words = picture.active().stream().map(ElementWords::of).collect(Collectors.joining(", "));
        var drawing = new BpmnDrawing(BpmnPlan.read(picture.xml()), picture.active(), done, stuck, ElementWords::of);
        var box = new Div(
                new Svg(drawing.svg(words.isEmpty() ? t("process.picture.ended") : t("process.picture.at", words))));
        box.addClassName("k-diagram");
        box.getElement().executeJs(TO_THE_TOKEN);
        box.getElement().setAttribute("tabindex", "0");
        box.getElement().setAttribute("role", "region");
        box.getElement().setAttribute("aria-label", t("process.picture"));
        return box;
    }

    private static Tone tone(ProcessPicture.State state) {
        return switch (state) {
            case ACTIVE -> Tone.INFO;
            case COMPLETED -> Tone.OK;
            case TERMINATED -> Tone.PLAIN;
            case LOST -> Tone.BAD;
        };
    }

    private Div waiting(Waiting waiting) {
        var now = clock.instant();
        var key = Texts.known(waiting.key()).isPresent() ? waiting.key() : "waiting.other";
        var words = t(key, ElementWords.of(waiting.elementId()), why(Objects.requireNonNullElse(waiting.reason(), "")));
        var since = t("waiting.since", Formats.span(Duration.between(waiting.since(), now)));
        var until = waiting.until() == null
                ? ""
                : t(
                        "waiting.until",
                        Formats.span(Duration.between(now, waiting.until())),
                        Formats.clock(waiting.until()));
        return Parts.note(words + " " + since + until, waiting.key().equals("waiting.incident") ? Tone.BAD : Tone.INFO);
    }

    /** Where no worker gave a reason, the engine's kind of error is told in our words. */
    private static String why(String reason) {
        return Texts.known("incident.kind." + reason).orElse(reason);
    }

    private static OrderedList timeline(List<TimelineEntry> entries) {
        var list = new OrderedList();
        list.addClassNames("k-stages", "k-timeline");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("aria-label", t("process.timeline"));
        entries.forEach(entry -> {
            var at = new Span(Formats.moment(entry.at()));
            at.addClassNames("k-quiet", "k-num");
            var words = t(
                    "timeline." + entry.kind().name(),
                    ElementWords.of(entry.elementId()),
                    Objects.requireNonNullElse(entry.detail(), ""),
                    entry.until() == null ? "" : Formats.moment(entry.until()));
            var item = new ListItem(new Span(words), at);
            item.addClassNames("k-stage", css(entry.kind()));
            list.add(item);
        });
        return list;
    }

    private static String css(TimelineEntry.Kind kind) {
        return switch (kind) {
            case STARTED, DONE, ENDED -> "k-done";
            case WAITING -> "k-open";
            case INTERRUPTED, RETRY -> "k-late";
            case ERROR, INCIDENT -> "k-failed";
        };
    }
}
