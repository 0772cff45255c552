package org.shangda.concern;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shangda.calendar.Pause;
import org.shangda.calendar.RemainingTime;
import org.shangda.work.CaseWay;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was filled in fields that an administrator has added to a form is read with the step to which it belongs. */
@Component
class ConcernWay implements CaseWay {

    /** With which the number of every concern begins. */
    static final String NUMBERED = "SD";

    private final Concerns concerns;
    private final Steps steps;
    private final LevelClock clock;
    private final RemainingTime time;
    private final Labels labels;

    ConcernWay(Concerns concerns, Steps steps, LevelClock clock, RemainingTime time, Labels labels) {
        this.concerns = concerns;
        this.steps = steps;
        this.clock = clock;
        this.time = time;
        this.labels = labels;
    }

    @Override
    public boolean isOf(String number) {
        return number.startsWith(NUMBERED);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rest> rests(String number) {
        return concerns.get(number).handlings().stream()
                .flatMap(handling -> handling.clockPauses().stream())
                .sorted(Comparator.comparing(Pause::from).reversed())
                .map(pause -> new Rest(
                        labels.time(pause.from()),
                        pause.to() == null ? "" : labels.time(pause.to()),
                        time.why(pause.reason())))
                .toList();
    }

    @Override
    public void movedToVersion(String number, String diagram, String person, String reason) {
        steps.save(Step.of(concerns.get(number), Step.Kind.VERSION_CHANGED, clock.now())
                .by(person)
                .code(diagram)
                .words(reason));
    }

    @Override
    public long last(String number) {
        List<Step> way = steps.findByNumberOrderById(number);
        return way.isEmpty() ? 0 : way.get(way.size() - 1).id();
    }

    /** To the last step that the sender has made; a head who signs has made the handler's. */
    @Override
    public void add(String number, long after, String person, String words) {
        List<Step> made = steps.findByNumberOrderById(number).stream()
                .filter(step -> step.id() > after)
                .toList();
        made.stream()
                .filter(step -> person.equals(step.actor()))
                .reduce((earlier, later) -> later)
                .or(() -> made.stream().reduce((earlier, later) -> later))
                .orElseThrow(() -> new IllegalStateException("a form was handed in without a step"))
                .add(words);
    }

    /** The words of a step, with what was filled in beside them. */
    static String words(Step step, List<Step> way) {
        String proposed = step.kind() == Step.Kind.EXIT ? proposedWith(step, way) : null;
        return Stream.of(step.words(), proposed, step.added())
                .filter(Objects::nonNull)
                .filter(words -> !words.isBlank())
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    /** What a handler has filled in goes on with the exit when it is signed, as the handler's words do. */
    private static String proposedWith(Step exit, List<Step> way) {
        return way.stream()
                .filter(step -> Objects.equals(step.handlingId(), exit.handlingId()))
                .takeWhile(step -> !step.id().equals(exit.id()))
                .filter(step -> step.kind() == Step.Kind.PROPOSED || step.kind() == Step.Kind.EXIT)
                .reduce((earlier, later) -> later)
                .filter(step -> step.kind() == Step.Kind.PROPOSED)
                .map(Step::added)
                .orElse(null);
    }
}
