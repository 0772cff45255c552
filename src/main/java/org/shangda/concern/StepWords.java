package org.shangda.concern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.concern.ConcernPages.Row;
import org.shangda.concern.MyConcerns.Stop;
import org.shangda.refusal.Sentences;
import org.shangda.work.WorkTitles;
import org.springframework.stereotype.Component;

/** The steps of a concern's way in words, and which of them, and how much of each, a reader sees. */
@Component
class StepWords {

    /** What a handler proposes and the head sends back is not for other units either. */
    private static final Set<Step.Kind> WITHIN_THE_UNIT = EnumSet.of(Step.Kind.PROPOSED, Step.Kind.SENT_BACK);

    /** Their code is a decision of an office, not of the colleague's. */
    private static final Set<Step.Kind> OFFICES_DECIDE =
            EnumSet.of(Step.Kind.EXIT, Step.Kind.SUPERVISED, Step.Kind.SUPERVISION);

    private static final Set<Step.Kind> BY_ADMINISTRATORS = EnumSet.of(Step.Kind.PUT_BACK, Step.Kind.VERSION_CHANGED);

    private final Labels labels;
    private final Sentences say;
    private final WorkTitles titles;
    private final Closings closings;

    StepWords(Labels labels, Sentences say, WorkTitles titles, Closings closings) {
        this.labels = labels;
        this.say = say;
        this.titles = titles;
        this.closings = closings;
    }

    // --- what is shown -----------------------------------------------------------------------------------------------

    /** @param unit code of the unit that reads it; null for the colleague and whoever raised it */
    List<Row> way(Concern concern, List<Step> way, String unit) {
        return way.stream()
                .filter(step -> shownTo(unit, step))
                .map(step -> row(
                        step,
                        unit != null,
                        unit != null || toldTheColleague(concern, step) ? said(step, way, unit) : ""))
                .toList();
    }

    /** The same for who follows it, the latest first, with the unit's telephone apart. */
    List<Stop> stops(Concern concern, List<Step> way) {
        List<Stop> stops = way.stream()
                .filter(step -> shownTo(null, step))
                .map(step -> stop(step, row(step, false, toldTheColleague(concern, step) ? said(step, way, null) : "")))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(stops);
        return stops;
    }

    private Stop stop(Step step, Row row) {
        return step.unit() == null || BY_ADMINISTRATORS.contains(step.kind())
                ? new Stop(row.at(), row.what(), row.unit(), "", row.words())
                : new Stop(row.at(), row.what(), labels.name(step.unit()), labels.telephone(step.unit()), row.words());
    }

    /** What happened, without what a person wrote or chose for themselves. */
    String bare(Step step) {
        return OFFICES_DECIDE.contains(step.kind()) ? say.of("concern.detail", what(step), decided(step)) : what(step);
    }

    private String what(Step step) {
        String sentence = "step." + step.kind().code();
        return switch (step.kind()) {
            case PUT_BACK -> say.of(sentence, labels.of("level", step.code()));
            case VERSION_CHANGED -> say.of(sentence, step.code());
            case VACANT, FILLED, SIGNED_FOR -> say.of(sentence, labels.name(step.code()), labels.inPlace(step.unit()));
            default -> say.of(sentence);
        };
    }

    private String decided(Step step) {
        return step.kind() == Step.Kind.EXIT ? labels.exit(step.code(), step.level()) : detail(step);
    }

    /** @return the kind, and the code of what an office decided */
    static String code(Step step) {
        String kind = step.kind().code();
        return OFFICES_DECIDE.contains(step.kind()) ? kind + "/" + step.code() : kind;
    }

    /** The latest answer in full; of a safety hazard, that of each level that acted on it. */
    String answer(Concern concern, List<Step> way, String unit) {
        Map<String, String> answers = new LinkedHashMap<>();
        way.stream()
                .filter(Step::isAnswer)
                .filter(step -> unit != null || delivered(concern, step))
                .forEach(step -> answers.put(step.level(), lines(closings.settled(step.closing()), step.words())));
        if (concern.isHazard() && answers.size() > 1) {
            return answers.entrySet().stream()
                    .map(entry -> say.of("concern.detail", labels.of("level", entry.getKey()), entry.getValue()))
                    .collect(Collectors.joining("\n\n"));
        }
        return answers.values().stream().reduce("", (earlier, later) -> later);
    }

    private static boolean shownTo(String unit, Step step) {
        return unit == null
                ? step.told() != Step.Told.NOTHING
                : !WITHIN_THE_UNIT.contains(step.kind()) || unit.equals(step.unit());
    }

    private static boolean toldTheColleague(Concern concern, Step step) {
        return step.told() == Step.Told.WORDS && (!step.isAnswer() || delivered(concern, step));
    }

    /** The college in charge reads a department's answer first; until then it has not gone to the colleague. */
    private static boolean delivered(Concern concern, Step step) {
        return concern.answeredAt() != null && !step.at().isAfter(concern.answeredAt())
                || concern.closedAt() != null && !step.at().isAfter(concern.closedAt());
    }

    /** @param unit of whoever reads it; what the unit that answered says of its answer is for offices */
    private String said(Step step, List<Step> way, String unit) {
        String settled = closings.settled(step.closing());
        return lines(settled, ConcernWay.words(step, way), unit == null ? "" : closings.checks(step.closing()));
    }

    private static String lines(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    // --- in words ----------------------------------------------------------------------------------------------------

    private Row row(Step step, boolean named, String words) {
        String what = inPlace(step, what(step), named);
        if (BY_ADMINISTRATORS.contains(step.kind())) {
            return byAdministrator(step, what, words);
        }
        String detail = detail(step);
        return new Row(
                labels.time(step.at()),
                detail.isEmpty() ? what : say.of("concern.detail", what, detail),
                unit(step),
                words);
    }

    /** @param named whether in whose place it was done is said: the colleague is told no name */
    private String inPlace(Step step, String what, boolean named) {
        return step.inPlaceOf()
                .map(place -> named
                        ? say.of(
                                "concern.in-place",
                                what,
                                labels.person(place.person()),
                                place.until().toString())
                        : say.of("concern.in-place.unnamed", what))
                .orElse(what);
    }

    private Row byAdministrator(Step step, String what, String words) {
        String why = words.isEmpty() ? "" : say.of("step.because", words);
        return new Row(labels.time(step.at()), what, say.of("concern.administrator"), why);
    }

    /** What has neither unit nor person happened by itself. */
    private String unit(Step step) {
        if (step.unit() != null) {
            return labels.unit(step.unit());
        }
        return step.actor() == null ? "" : say.of("concern.follower");
    }

    /** What the step says beside its words; each kind of step has something else to say. */
    private String detail(Step step) {
        return switch (step.kind()) {
            case RAISED -> raised(step);
            case SKIPPED -> labels.of("level", step.code());
            case PROPOSED -> labels.exit(step.code(), step.level());
            case EXIT -> labels.exit(step.code(), step.level()) + inBrackets("channel", step.channel());
            case TRAVEL_CHANGED -> labels.of("travel", step.code());
            case DECISION -> decision(step);
            case SUPERVISED -> labels.of("supervision-reason", step.code());
            case SUPERVISION -> labels.of("measure", step.code());
            case RATED -> labels.of("rating", step.code()) + inBrackets("reason", step.reason());
            case CLOSED -> labels.of("rating", step.code());
            case PASSED_ON, REFERRED -> step.code() == null ? "" : say.of("step.silence");
            case CALLED_BACK -> labels.of("reached", step.code());
            case OWN_STEP, OWN_STEP_TOLD -> step.code();
            case CLIMBED -> say.of("step.climbed." + step.code());
            case HANDED_OVER -> titles.of(step.code());
            case DEADLINE_MOVED, DEADLINE_EXTENDED, EXTENDED_BY_SUPERVISOR ->
                step.onDay() == null ? "" : step.onDay().toString();
            default -> "";
        };
    }

    private String decision(Step step) {
        String day = step.onDay() + "";
        return Stream.of(
                        labels.of("ruling", step.code()),
                        labels.unit(step.namedUnit()),
                        Ruling.LATER.code().equals(step.code()) ? say.of("step.heard-again", day) : day)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String raised(Step step) {
        if (step.channel() != null) {
            return say.of("step.collected", labels.of("collected", step.channel()));
        }
        return step.code() == null ? "" : say.of("step.consented", labels.of("consent", step.code()));
    }

    private String inBrackets(String kind, String code) {
        return code == null ? "" : say.of("concern.brackets", labels.of(kind, code));
    }
}
