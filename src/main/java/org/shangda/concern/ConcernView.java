package org.shangda.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.calendar.ClockReading;
import org.shangda.calendar.ClockReading.Stretch;
import org.shangda.calendar.ClockSentence;
import org.shangda.calendar.WorkingCalendar;
import org.shangda.programme.LevelExit;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.shangda.work.WorkTitles;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people see of a concern, in their language. A concern is seen by the colleague, by whoever raised it, and by the
 * units that it has reached; to everybody else it is as if it did not exist.
 */
@Service
@Transactional(readOnly = true)
public class ConcernView {

    /** What a handler proposes and the head sends back is not for other units either. */
    private static final Set<Step.Kind> WITHIN_THE_UNIT = EnumSet.of(Step.Kind.PROPOSED, Step.Kind.SENT_BACK);

    /**
     * A concern on the screen; every text in the reader's language.
     *
     * @param colleague the colleague's name, or that it is withheld
     * @param clock both clocks in one sentence
     * @param answer the latest answer in full, empty before there is one
     */
    public record Page(
            String number,
            String type,
            String category,
            String title,
            String description,
            String colleague,
            String travel,
            String state,
            String inCharge,
            String clock,
            String answer,
            List<Row> way) {}

    /**
     * One step of the way so far.
     *
     * @param unit name of the unit, with its telephone
     */
    public record Row(String at, String what, String unit, String words) {}

    /**
     * Both clocks, stretch by stretch.
     *
     * @param level the present level's clock, or the last one's when the concern is closed
     */
    public record Clocks(String number, String sentence, OneClock level, OneClock whole) {}

    /** @param deadline null where there is none or the clock stands still */
    public record OneClock(int daysCounted, int daysPaused, Instant deadline, Integer daysLeft, List<Why> stretches) {}

    /** @param why the reason's label in the reader's language; {@code code} is the same for every language */
    public record Why(Instant from, Instant to, boolean counted, String code, String why) {}

    private final Reach reach;
    private final HandlingService handling;
    private final SupervisionService supervision;
    private final Concerns concerns;
    private final Supervisions supervisions;
    private final Opinions opinions;
    private final Steps steps;
    private final University university;
    private final WorkingCalendar calendar;
    private final ClockSentence sentence;
    private final LevelClock clock;
    private final Sentences say;
    private final Words words;
    private final WorkTitles titles;
    private final ZoneId zone;

    ConcernView(
            Reach reach,
            HandlingService handling,
            SupervisionService supervision,
            Concerns concerns,
            Supervisions supervisions,
            Opinions opinions,
            Steps steps,
            University university,
            WorkingCalendar calendar,
            ClockSentence sentence,
            LevelClock clock,
            Sentences say,
            Words words,
            WorkTitles titles,
            Clock time) {
        this.reach = reach;
        this.handling = handling;
        this.supervision = supervision;
        this.concerns = concerns;
        this.supervisions = supervisions;
        this.opinions = opinions;
        this.steps = steps;
        this.university = university;
        this.calendar = calendar;
        this.sentence = sentence;
        this.clock = clock;
        this.say = say;
        this.words = words;
        this.titles = titles;
        this.zone = time.getZone();
    }

    // --- who may see -------------------------------------------------------------------------------------------------

    /** The concern as a person sees it who follows it or works in a unit that it has reached. */
    public Page page(String number, String person) {
        Reach.Reader reader = reach.reader(person);
        Concern concern = visible(number, reader);
        return page(
                concern, concern.follows(person) ? null : reader.unit(concern).orElseThrow());
    }

    public List<Page> followedBy(String person) {
        return concerns.followedBy(person).stream()
                .map(concern -> page(concern, null))
                .toList();
    }

    public Clocks clocks(String number, String person) {
        return clocks(visible(number, reach.reader(person)));
    }

    private Concern visible(String number, Reach.Reader reader) {
        return concerns.findById(number).filter(reader::knows).orElseThrow(() -> Refusal.notFound("concern.not-found"));
    }

    // --- pages -------------------------------------------------------------------------------------------------------

    /** For the colleague and whoever raised it. */
    public Page forFollower(String number) {
        return page(handling.concern(number), null);
    }

    /** For the unit in charge towards the colleague. */
    public Page forUnitInCharge(String number) {
        Concern concern = handling.concern(number);
        return page(concern, handling.inCharge(concern));
    }

    /** What the unit in charge may do with a department's answer now. */
    public List<Choice> decisionsOnAnswer(String number) {
        return Stream.of("pass-on", "question")
                .filter(code ->
                        code.equals("pass-on") || handling.concern(number).questionable())
                .map(code -> new Choice(label("answer-decision", code), code))
                .toList();
    }

    /** How the name may travel from here on. */
    public List<Choice> travels() {
        return words.choices("travel", Travel.codes());
    }

    /** The handling that a task belongs to, as its handler or head sees it. */
    public HandlingPage forHandling(String number, String workItem) {
        Concern concern = handling.concern(number);
        Handling at = concern.handling(workItem).orElseThrow(() -> Refusal.conflict("handling.task-gone"));
        List<Choice> exits = handling.exitsOpen(at).stream()
                .map(exit -> new Choice(exitLabel(exit, at.level()), exit.code()))
                .toList();
        List<Choice> units = handling.unitsToChoose(at).stream()
                .map(unit -> new Choice(unit.name(), unit.code()))
                .toList();
        String proposed = Optional.ofNullable(concern.referredUnit())
                .or(() -> handling.proposedDepartments(concern).stream()
                        .filter(unit ->
                                units.stream().anyMatch(choice -> choice.value().equals(unit)))
                        .findFirst())
                .orElse("");
        return new HandlingPage(
                page(concern, at.answeringUnit()),
                at.level(),
                at.exitCode() == null ? "" : at.exitCode(),
                at.exitCode() == null ? "" : exitLabel(at.exitCode(), at.level()),
                text(at.exitWords()),
                text(at.exitTried()),
                exits,
                units,
                proposed,
                words.choices("channel", Exit.Channel.codes()),
                dutyTelephone(concern, at.answeringUnit()),
                say.of("handling.because", text(at.clause())),
                opinions(at));
    }

    /**
     * A handling on the screen of whoever works on it.
     *
     * @param exit code of the exit that awaits a signature, empty otherwise
     * @param dutyTelephone for safety hazards, empty otherwise
     * @param because the clause for which this unit is asked to do it
     */
    public record HandlingPage(
            Page page,
            String level,
            String exit,
            String exitLabel,
            String words,
            String tried,
            List<Choice> exits,
            List<Choice> units,
            String proposedUnit,
            List<Choice> channels,
            String dutyTelephone,
            String because,
            List<Row> opinions) {}

    private List<Row> opinions(Handling at) {
        return opinions.findByHandlingConcernNumberOrderById(at.concern().number()).stream()
                .filter(opinion -> opinion.givenAt() != null)
                .map(opinion -> new Row(time(opinion.givenAt()), "", unitName(opinion.unit()), opinion.words()))
                .toList();
    }

    /** What a unit that assists sees: the concern as the lead unit sees it, and the question. */
    public OpinionPage forOpinion(String workItem) {
        Opinion opinion = opinions.findByWorkItem(workItem).orElseThrow(() -> Refusal.conflict("handling.task-gone"));
        Handling lead = opinion.handling();
        return new OpinionPage(
                page(lead.concern(), opinion.unit()), unitName(lead.answeringUnit()), text(opinion.question()));
    }

    public record OpinionPage(Page page, String lead, String question) {}

    /** What was asked of the colleague. */
    public String question(String number, long handlingId) {
        return text(handling.concern(number).handling(handlingId).exitWords());
    }

    /** A late handling as its supervisor sees it: where, how late and why, but not the story. */
    public SupervisionPage forSupervision(String number, long handlingId) {
        Concern concern = handling.concern(number);
        Supervision open = supervisions
                .findByHandlingAndDecisionIsNull(concern.handling(handlingId))
                .orElseThrow(() -> Refusal.conflict("supervision.decided"));
        Handling late = open.handling();
        List<Choice> measures = supervision.measuresOpen(open).stream()
                .map(measure -> new Choice(label("measure", measure.code()), measure.code()))
                .toList();
        List<Choice> units = university.units().stream()
                .filter(unit -> !unit.code().equals(late.unit()) && !concern.standsAside(unit.code()))
                .filter(unit -> !unit.kind().equals("university"))
                .map(unit -> new Choice(unit.name(), unit.code()))
                .toList();
        return new SupervisionPage(
                number,
                label("type", concern.type().code()),
                label("category", concern.category()),
                unitName(late.answeringUnit()),
                level(late.level()),
                label("supervision-reason", open.reason()),
                clocks(concern).sentence(),
                measures,
                units,
                dutyTelephone(concern, late.answeringUnit()));
    }

    public record SupervisionPage(
            String number,
            String type,
            String category,
            String unit,
            String level,
            String reason,
            String clock,
            List<Choice> measures,
            List<Choice> units,
            String dutyTelephone) {}

    // --- texts -------------------------------------------------------------------------------------------------------

    private Page page(Concern concern, String unit) {
        List<Step> way = steps.findByNumberOrderById(concern.number());
        return new Page(
                concern.number(),
                label("type", concern.type().code()),
                label("category", concern.category()),
                concern.title(),
                concern.description(),
                colleague(concern, unit),
                label("travel", concern.travel().code()),
                state(concern),
                unitName(handling.inCharge(concern)),
                clocks(concern).sentence(),
                answer(concern, way, unit == null),
                way.stream()
                        .filter(step -> shownTo(unit, step))
                        .map(step -> row(
                                step,
                                unit != null || toldTheColleague(concern, step) ? ConcernWay.words(step, way) : ""))
                        .toList());
    }

    private String colleague(Concern concern, String unit) {
        if (unit == null || concern.nameShownTo(unit)) {
            return university.nameOf(concern.colleague());
        }
        return say.of("concern.name-withheld");
    }

    private String state(Concern concern) {
        return concern.state() == Concern.State.CLOSED && concern.rating() != null
                ? say.of("state.CLOSED") + " · "
                        + label("rating", concern.rating().code())
                : say.of("state." + concern.state().name());
    }

    private static boolean shownTo(String unit, Step step) {
        return unit == null
                ? step.told() != Step.Told.NOTHING
                : !WITHIN_THE_UNIT.contains(step.kind()) || unit.equals(step.unit());
    }

    /** The latest answer in full; of a safety hazard, that of each level that acted on it. */
    private String answer(Concern concern, List<Step> way, boolean follower) {
        Map<String, String> answers = new LinkedHashMap<>();
        way.stream()
                .filter(Step::isAnswer)
                .filter(step -> !follower || delivered(concern, step))
                .forEach(step -> answers.put(step.level(), step.words()));
        if (concern.type() == ConcernType.HAZARD && answers.size() > 1) {
            return answers.entrySet().stream()
                    .map(entry -> label("level", entry.getKey()) + ":" + entry.getValue())
                    .collect(Collectors.joining("\n\n"));
        }
        return answers.values().stream().reduce("", (earlier, later) -> later);
    }

    private static boolean toldTheColleague(Concern concern, Step step) {
        return step.told() == Step.Told.WORDS && (!step.isAnswer() || delivered(concern, step));
    }

    /** The college in charge reads a department's answer first; until then it has not gone to the colleague. */
    private static boolean delivered(Concern concern, Step step) {
        return concern.answeredAt() != null && !step.at().isAfter(concern.answeredAt())
                || concern.closedAt() != null && !step.at().isAfter(concern.closedAt());
    }

    private Row row(Step step, String words) {
        String what = say.of("step." + step.kind().code());
        String detail = detail(step);
        return new Row(time(step.at()), detail.isEmpty() ? what : what + ":" + detail, unit(step), words);
    }

    /** What has neither unit nor person happened by itself. */
    private String unit(Step step) {
        if (step.unit() != null) {
            return unitName(step.unit());
        }
        return step.actor() == null ? "" : say.of("concern.follower");
    }

    /** The step's code in words: an exit, a channel, a reason; each kind of step has codes of its own. */
    private String detail(Step step) {
        if (step.code() == null) {
            return "";
        }
        return switch (step.kind()) {
            case EXIT, PROPOSED ->
                Exit.Channel.codes().contains(step.code())
                        ? label("exit", "other-channel") + "(" + label("channel", step.code()) + ")"
                        : exitLabel(step.code(), step.level());
            case SKIPPED -> level(step.code());
            case TRAVEL_CHANGED -> label("travel", step.code());
            case SUPERVISED -> label("supervision-reason", step.code());
            case SUPERVISION -> label("measure", step.code());
            case RATED ->
                List.of("satisfied", "basically-satisfied", "unrated").contains(step.code())
                        ? label("rating", step.code())
                        : label("rating", "dissatisfied") + "(" + label("reason", step.code()) + ")";
            case CLOSED -> label("rating", step.code());
            case RAISED ->
                Arrays.stream(CollectedFrom.values()).map(CollectedFrom::code).anyMatch(step.code()::equals)
                        ? say.of("step.collected", label("collected", step.code()))
                        : label("consent", step.code());
            case PASSED_ON, REFERRED -> say.of("step.silence");
            case DECISION -> decision(step.code());
            case HANDED_OVER -> titles.of(step.code());
            default -> step.code();
        };
    }

    private String decision(String code) {
        String[] unitAndDay = code.split("@");
        return unitName(unitAndDay[0]) + " " + unitAndDay[1];
    }

    private String exitLabel(LevelExit exit, String level) {
        return exitLabel(exit.code(), level);
    }

    private String exitLabel(String code, String level) {
        return label("exit", code + "." + level);
    }

    private String level(String code) {
        return label("level", code);
    }

    private String label(String kind, String code) {
        return words.label(kind, code);
    }

    private String unitName(String code) {
        return university
                .unit(code)
                .map(unit -> unit.telephone() == null ? unit.name() : unit.name() + " " + unit.telephone())
                .orElse(text(code));
    }

    private String dutyTelephone(Concern concern, String unit) {
        if (concern.type() != ConcernType.HAZARD) {
            return "";
        }
        return university.unit(unit).map(Unit::dutyTelephone).orElse("");
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone).format(at);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    // --- clocks ------------------------------------------------------------------------------------------------------

    private Clocks clocks(Concern concern) {
        Instant now = clock.now();
        ClockReading whole = calendar.read(
                concern.raisedAt(),
                concern.closedAt(),
                null,
                handling.counting(concern),
                concern.wholeCasePauses(),
                now);
        Optional<Handling> current = current(concern);
        ClockReading level = current.map(at -> read(at, now)).orElse(whole);
        String said = said(concern, current.filter(Handling::open), level, whole, LocaleContextHolder.getLocale());
        return new Clocks(concern.number(), said, one(level), one(whole));
    }

    private String said(
            Concern concern, Optional<Handling> open, ClockReading level, ClockReading whole, Locale locale) {
        if (concern.closedAt() != null) {
            return sentence.ended(whole, locale);
        }
        return open.map(at -> sentence.running(level, whole, standsStillFor(at), locale))
                .orElseGet(() -> sentence.between(whole, locale));
    }

    /** Of two at once (a safety hazard's college and department) the one with the nearer deadline speaks. */
    private static Optional<Handling> current(Concern concern) {
        return concern.handlings().stream()
                .filter(Handling::open)
                .min(Comparator.comparing(Handling::dueAt))
                .or(concern::latest);
    }

    private ClockReading read(Handling at, Instant now) {
        return calendar.read(
                at.enteredAt(),
                at.endedAt(),
                at.open() && !at.paused() ? at.dueAt() : null,
                at.counting(),
                at.clockPauses(),
                now);
    }

    private String standsStillFor(Handling at) {
        return at.paused() ? at.clockPauses().get(at.clockPauses().size() - 1).reason() : null;
    }

    private OneClock one(ClockReading reading) {
        return new OneClock(
                reading.daysCounted(),
                reading.daysPaused(),
                reading.deadline(),
                reading.daysLeft(),
                reading.stretches().stream().map(this::why).toList());
    }

    private Why why(Stretch stretch) {
        return new Why(
                stretch.from(),
                stretch.to(),
                stretch.counted(),
                stretch.why(),
                sentence.why(stretch, LocaleContextHolder.getLocale()));
    }
}
