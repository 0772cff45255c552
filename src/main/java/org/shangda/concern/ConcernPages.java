package org.shangda.concern;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shangda.attachment.AttachedFile;
import org.shangda.programme.LevelExit;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people see of a concern, in their language. A concern is seen by the colleague, by whoever raised it, and by the
 * units that it has reached; to everybody else it is as if it did not exist.
 */
@Service
@Transactional(readOnly = true)
public class ConcernPages {

    /**
     * A concern on the screen; every text in the reader's language.
     *
     * @param place where it is, empty where nothing was said
     * @param files photos and documents, in the order in which they were added
     * @param colleague the colleague's name, or that it is withheld
     * @param colleagueUnit the unit that the colleague works in; empty where the name is withheld
     * @param colleagueTelephone empty where the name is withheld, or where there is none on the roster
     * @param clock both clocks in one sentence
     * @param answer the latest answer in full, empty before there is one
     */
    public record Page(
            String number,
            String type,
            String category,
            String title,
            String description,
            String place,
            List<AttachedFile> files,
            String colleague,
            String colleagueUnit,
            String colleagueTelephone,
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

    private final Reach reach;
    private final Exits exits;
    private final Closings closings;
    private final Departments departments;
    private final Signers signers;
    private final SupervisionService supervision;
    private final Concerns concerns;
    private final Supervisions supervisions;
    private final Opinions opinions;
    private final Steps steps;
    private final University university;
    private final StepWords stepWords;
    private final Words words;
    private final CaseClock clock;
    private final Labels labels;
    private final ShownColleague colleague;
    private final ConcernFiles files;
    private final Sentences say;
    private final WhyHere whyHere;

    ConcernPages(
            Reach reach,
            Exits exits,
            Closings closings,
            Departments departments,
            Signers signers,
            SupervisionService supervision,
            Concerns concerns,
            Supervisions supervisions,
            Opinions opinions,
            Steps steps,
            University university,
            StepWords stepWords,
            Words words,
            CaseClock clock,
            Labels labels,
            ShownColleague colleague,
            ConcernFiles files,
            Sentences say,
            WhyHere whyHere) {
        this.reach = reach;
        this.exits = exits;
        this.closings = closings;
        this.departments = departments;
        this.signers = signers;
        this.supervision = supervision;
        this.concerns = concerns;
        this.supervisions = supervisions;
        this.opinions = opinions;
        this.steps = steps;
        this.university = university;
        this.stepWords = stepWords;
        this.words = words;
        this.clock = clock;
        this.labels = labels;
        this.colleague = colleague;
        this.files = files;
        this.say = say;
        this.whyHere = whyHere;
    }

    // --- who may see -------------------------------------------------------------------------------------------------

    /** The concern as a person sees it who follows it or works in a unit that it has reached. */
    public Page page(String number, String person) {
        Reach.Reader reader = reach.reader(person);
        Concern concern = visible(number, reader);
        return page(
                concern,
                concern.raising().concerns(person) ? null : reader.unit(concern).orElseThrow());
    }

    public List<Page> followedBy(String person) {
        return concerns.followedBy(person).stream()
                .map(concern -> page(concern, null))
                .toList();
    }

    public CaseClock.Clocks clocks(String number, String person) {
        return clock.read(visible(number, reach.reader(person)));
    }

    private Concern visible(String number, Reach.Reader reader) {
        return concerns.findById(number).filter(reader::knows).orElseThrow(() -> Refusal.notFound("concern.not-found"));
    }

    // --- pages -------------------------------------------------------------------------------------------------------

    /** For the colleague and whoever raised it. */
    public Page forFollower(String number) {
        return page(concerns.get(number), null);
    }

    /** For a unit that is asked something about it. */
    Page forUnit(String number, String unit) {
        return page(concerns.get(number), unit);
    }

    /** For the unit in charge towards the colleague. */
    public Page forUnitInCharge(String number) {
        Concern concern = concerns.get(number);
        return page(concern, concern.inCharge(university));
    }

    /** What the unit in charge may do with a department's answer now. */
    public List<Choice> decisionsOnAnswer(String number) {
        return Stream.of("pass-on", "question")
                .filter(code -> code.equals("pass-on") || concerns.get(number).questionable())
                .map(code -> new Choice(labels.of("answer-decision", code), code))
                .toList();
    }

    /** How the name may travel from here on. */
    public List<Choice> travels() {
        return words.choices(Travel.KIND);
    }

    /** The handling that a task belongs to, as its handler or head sees it. */
    public HandlingPage forHandling(String number, String workItem) {
        Concern concern = concerns.get(number);
        Handling at = concern.visits().of(workItem).orElseThrow(Visits::taskGone);
        List<LevelExit> open = exits.open(at);
        List<Choice> units = departments.toChoose(at).stream()
                .map(unit -> new Choice(unit.name(), unit.code()))
                .toList();
        String proposed = Optional.ofNullable(concern.referredUnit())
                .or(() -> departments.proposed(concern).stream()
                        .filter(unit ->
                                units.stream().anyMatch(choice -> choice.value().equals(unit)))
                        .findFirst())
                .orElse("");
        return new HandlingPage(
                page(concern, at.answeringUnit()),
                at.level(),
                at.proposal().code() == null ? "" : at.proposal().code(),
                at.proposal().code() == null ? "" : labels.exit(at.proposal().code(), at.level()),
                text(at.proposal().words()),
                text(at.proposal().tried()),
                closings.choices(at, open),
                units,
                proposed,
                words.choices("channel"),
                labels.dutyTelephone(concern, at.answeringUnit()),
                whyHere.of(at),
                whyHere.others(at),
                at.proposed() ? signers.note(at) : "",
                at.proposed() && told(at, open),
                closings.page(at, open),
                opinions(at));
    }

    /** Whether the words that wait for a signature are written to the colleague. */
    private static boolean told(Handling at, List<LevelExit> open) {
        return open.stream()
                .filter(exit -> exit.code().equals(at.proposal().code()))
                .anyMatch(exit -> Exit.of(exit).isToldToTheColleague());
    }

    /**
     * A handling on the screen of whoever works on it.
     *
     * @param exit code of the exit that awaits a signature, empty otherwise
     * @param dutyTelephone for safety hazards, empty otherwise
     * @param because the clause for which this unit is asked to do it
     * @param together what is answered with it, where several are handled together
     * @param signing that somebody signs in the unit's place, or that nobody may; empty otherwise
     * @param told whether the words that wait for a signature are written to the colleague
     */
    public record HandlingPage(
            Page page,
            String level,
            String exit,
            String exitLabel,
            String words,
            String tried,
            List<ExitChoice> exits,
            List<Choice> units,
            String proposedUnit,
            List<Choice> channels,
            String dutyTelephone,
            String because,
            List<Other> together,
            String signing,
            boolean told,
            ClosingPage closing,
            List<Row> opinions) {}

    /**
     * One that is handled together with what is on the screen.
     *
     * @param place empty where nothing was said
     * @param story its beginning
     */
    public record Other(String number, String title, String place, String story) {}

    /**
     * @param like the exit that asks for the same and works alike: itself, where it is a known one
     * @param settled whether it asks what became of the matter
     * @param checks whether it asks what was checked before answering
     */
    public record ExitChoice(String label, String value, String like, boolean settled, boolean checks) {}

    private List<Row> opinions(Handling at) {
        return opinions.findByHandlingConcernNumberOrderById(at.concern().number()).stream()
                .filter(opinion -> opinion.givenAt() != null)
                .map(opinion ->
                        new Row(labels.time(opinion.givenAt()), "", labels.unit(opinion.unit()), opinion.words()))
                .toList();
    }

    /** What a unit that assists sees: the concern as the lead unit sees it, and the question. */
    public OpinionPage forOpinion(String workItem) {
        Opinion opinion = opinions.findByWorkItem(workItem).orElseThrow(Visits::taskGone);
        Handling lead = opinion.handling();
        return new OpinionPage(
                page(lead.concern(), opinion.unit()), labels.unit(lead.answeringUnit()), text(opinion.question()));
    }

    public record OpinionPage(Page page, String lead, String question) {}

    /** What was asked of the colleague. */
    public String question(String number, long handlingId) {
        return text(concerns.get(number).visits().of(handlingId).proposal().words());
    }

    /** A late handling as its supervisor sees it: where, how late and why, but not the story. */
    public SupervisionPage forSupervision(String number, long handlingId) {
        Concern concern = concerns.get(number);
        Supervision open = supervisions
                .findByHandlingAndDecisionIsNull(concern.visits().of(handlingId))
                .orElseThrow(() -> Refusal.conflict("supervision.decided"));
        Handling late = open.handling();
        List<Choice> measures = supervision.choicesFor(open);
        List<Choice> units = departments.toGive(late).stream()
                .map(unit -> new Choice(unit.name(), unit.code()))
                .toList();
        return new SupervisionPage(
                number,
                labels.of("type", concern.raising().type().code()),
                labels.of("category", concern.raising().category()),
                labels.unitOf(late),
                labels.of("level", late.level()),
                labels.of("supervision-reason", open.reason()),
                clock.read(concern).sentence(),
                measures,
                units,
                labels.dutyTelephone(concern, late.answeringUnit()));
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
        List<Step> taken = steps.findByNumberOrderById(concern.number());
        ShownColleague.Whose whose = colleague.of(concern, unit);
        return new Page(
                concern.number(),
                labels.of("type", concern.raising().type().code()),
                labels.of("category", concern.raising().category()),
                concern.raising().title(),
                concern.raising().description(),
                text(concern.raising().place()),
                files.shown(concern, unit),
                whose.name(),
                whose.unit(),
                whose.telephone(),
                labels.of("travel", concern.travel().code()),
                labels.state(concern),
                labels.unit(concern.inCharge(university)),
                clock.read(concern).sentence(),
                stepWords.answer(concern, taken, unit),
                stepWords.way(concern, taken, unit));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
