package org.shangda.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.reporting.Figures.Figure;
import org.shangda.reporting.SummaryRows.Seen;
import org.shangda.reporting.SummaryService.Draft;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A summary as it is read: by whoever writes it, and by the tier above once it is handed up. For everybody else,
 * administrators too, there is no such summary.
 */
@Service
@Transactional(readOnly = true)
public class SummaryView {

    /**
     * One figure.
     *
     * @param code opens its rows
     * @param value as it is read; a star where it is hidden
     * @param count for a bar, null where it is hidden or no count
     * @param rows whether there are rows to look at
     */
    public record FigureShown(String group, String code, String label, String value, Integer count, boolean rows) {}

    /**
     * One row behind a figure; neither names of people nor stories. A concern that has not reached the reader's unit is
     * counted and has no row.
     *
     * @param number of the pair or of the concern
     * @param times how many it counts for
     */
    public record RowShown(String number, LocalDate day, String unit, String state, int times) {}

    /** A summary handed up to the unit that writes this one. */
    public record Below(String number, String who, String state) {}

    /**
     * @param who name of the unit, and of the member whose it is
     * @param due day on which it is due, or was
     * @param remark what the tier above said
     * @param hidden for whom it is counted, and what a star means where there is one
     * @param below what was handed up to the unit for this term
     */
    public record Page(
            String number,
            String title,
            String term,
            String who,
            String state,
            LocalDate due,
            boolean overdue,
            String clause,
            String practice,
            String problems,
            String plans,
            String remark,
            List<FigureShown> figures,
            String hidden,
            List<Below> below) {

        private Page with(Draft draft) {
            return new Page(
                    number,
                    title,
                    term,
                    who,
                    state,
                    due,
                    overdue,
                    clause,
                    filled(draft.practice()),
                    filled(draft.problems()),
                    filled(draft.plans()),
                    remark,
                    figures,
                    hidden,
                    below);
        }
    }

    private final Summaries summaries;
    private final SummaryRows rows;
    private final SummaryDrafts drafts;
    private final Semesters semesters;
    private final University university;
    private final Sentences sentences;
    private final Words words;
    private final WordSummary word;

    SummaryView(
            Summaries summaries,
            SummaryRows rows,
            SummaryDrafts drafts,
            Semesters semesters,
            University university,
            Sentences sentences,
            Words words,
            WordSummary word) {
        this.summaries = summaries;
        this.rows = rows;
        this.drafts = drafts;
        this.semesters = semesters;
        this.university = university;
        this.sentences = sentences;
        this.words = words;
        this.word = word;
    }

    /** @throws Refusal for a caller who may not read it, as for a number that does not exist */
    public Page page(String number, String caller) {
        return page(readable(number, caller), caller);
    }

    /** Of a task's form: the engine has seen to who may open it. */
    public Page ofTask(String number, String caller) {
        return page(summaries.findById(number).orElseThrow(SummaryView::notFound), caller);
    }

    /** Of the form in which it is written: with what its writer has kept, where there is anything. */
    public Page toWrite(String number, String writer) {
        Page page = ofTask(number, writer);
        return drafts.of(number, writer).map(page::with).orElse(page);
    }

    /** @throws Refusal besides, when there is no such figure */
    public List<RowShown> rows(String number, String figure, String caller) {
        Seen seen = rows.seenBy(caller, readable(number, caller));
        if (figure == null || seen.figures().figure(figure).isEmpty()) {
            throw Refusal.notFound("summary.no-such-figure");
        }
        return seen.behind(figure).stream()
                .map(row -> new RowShown(
                        row.reference(),
                        row.day(),
                        university.unit(row.unit()).map(Unit::name).orElse(""),
                        figure.equals(Figures.DUE) ? label("contacts." + row.cell()) : label(figure),
                        row.times()))
                .toList();
    }

    /** The summary as a Word file. */
    public byte[] word(String number, String caller) {
        return word.write(page(number, caller));
    }

    // --- who may -----------------------------------------------------------------------------------------------------

    private Summary readable(String number, String caller) {
        Summary summary = summaries.findById(number).orElseThrow(SummaryView::notFound);
        boolean reads = mayWrite(summary, caller) || summary.isFrozen() && answersFor(summary.superior(), caller);
        if (!reads) {
            throw notFound();
        }
        return summary;
    }

    private boolean mayWrite(Summary summary, String caller) {
        return summary.isOfMember() && university.person(summary.person()).isPresent()
                ? summary.person().equals(caller)
                : answersFor(summary.unit(), caller);
    }

    private boolean answersFor(String unit, String caller) {
        return unit != null
                && (university.unitsAnsweredBy(caller).contains(unit)
                        || university.handlersOf(unit, Set.of()).people().stream()
                                .map(Person::id)
                                .anyMatch(caller::equals));
    }

    private static Refusal notFound() {
        return Refusal.notFound("summary.not-found");
    }

    // --- how it reads ------------------------------------------------------------------------------------------------

    private Page page(Summary summary, String reader) {
        Seen seen = rows.seenBy(reader, summary);
        List<FigureShown> shown =
                seen.figures().all().stream().map(figure -> shown(figure, seen)).toList();
        boolean anyHidden = seen.figures().all().stream().anyMatch(figure -> figure.hidden() || figure.atLeast());
        String term = semesters.semester(summary.term()).term().name();
        return new Page(
                summary.number(),
                sentences.of("summary.title." + summary.tier().code()),
                term,
                who(summary),
                state(summary),
                semesters.dayOf(summary.dueAt()),
                summary.overdue(),
                words.clause(summary.clause()),
                filled(summary.practice()),
                filled(summary.problems()),
                filled(summary.plans()),
                filled(summary.remark()),
                shown,
                sentences.of("figure.yours") + (anyHidden ? " " + sentences.of("figure.hidden-why") : ""),
                below(summary));
    }

    private FigureShown shown(Figure figure, Seen seen) {
        String group = figure.code().substring(0, figure.code().indexOf('.'));
        boolean rows = !figure.hidden() && figure.count() != null && !figure.isRate();
        return new FigureShown(
                sentences.of("figure.group." + group),
                figure.code(),
                label(figure.code()),
                value(figure),
                figure.isRate() ? null : figure.count(),
                rows && !seen.behind(figure.code()).isEmpty());
    }

    private String value(Figure figure) {
        if (figure.hidden()) {
            return sentences.of("figure.hidden");
        }
        if (figure.count() == null) {
            return sentences.of("figure.nothing");
        }
        if (figure.all() != null) {
            return sentences.of("figure.share", 100 * figure.count() / figure.all(), figure.count(), figure.all());
        }
        if (figure.isRate()) {
            return sentences.of(figure.atLeast() ? "figure.rate-at-least" : "figure.rate", figure.count());
        }
        return String.valueOf(figure.count());
    }

    private String label(String code) {
        String last = code.substring(code.indexOf('.') + 1);
        if (code.startsWith("ratings.") && !last.equals(Recorded.WAITING)
                || code.startsWith(CallBackFigures.RATINGS) && !code.equals(CallBackFigures.SATISFACTION)) {
            return words.label("rating", last);
        }
        if (code.startsWith(Figures.SETTLED) && !last.equals(Recorded.UNSAID)) {
            return words.label("settled", last);
        }
        return code.startsWith(Figures.CATEGORY) && !code.equals(Figures.REST)
                ? words.label("category", last)
                : sentences.of("figure." + code);
    }

    private String who(Summary summary) {
        String unit = university.nameOfUnit(summary.unit());
        return summary.isOfMember() ? unit + " " + university.nameOf(summary.person()) : unit;
    }

    private String state(Summary summary) {
        String state = sentences.of("summary.state." + summary.state().name());
        return summary.overdue() ? sentences.of("summary.overdue", state) : state;
    }

    /** A member's branch is not a unit that the member writes for. */
    private List<Below> below(Summary summary) {
        if (summary.isOfMember()) {
            return List.of();
        }
        List<Below> below = new ArrayList<>();
        for (Summary one :
                summaries.findByTermAndSuperiorOrderByTierAscUnitAscPersonAsc(summary.term(), summary.unit())) {
            below.add(new Below(one.number(), who(one), state(one)));
        }
        return below;
    }

    private static String filled(String text) {
        return text == null ? "" : text;
    }
}
