package org.shangda.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.collections4.ListUtils;
import org.shangda.concern.Glances;
import org.shangda.concern.Glances.Glance;
import org.shangda.concern.Reach;
import org.shangda.concern.Sight;
import org.shangda.paper.ExcelTable;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.register.Acts.Done;
import org.shangda.register.Spans.Span;
import org.shangda.words.Choice;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 已办: what somebody has handled, signed, supervised, raised or rated, for as long as it is kept. That they did it, and when,
 * is their own; what the concern is and what has become of it is for whoever may read it today.
 */
@Service
@Transactional(readOnly = true)
public class DoneList {

    /** Columns of the file. */
    private static final List<String> COLUMNS = List.of(
            "number", "title", "type", "category", "colleague", "did", "at", "result", "answer", "rating", "where");

    /** So many concerns are read at once for a file. */
    private static final int AT_ONCE = 500;

    private final Acts acts;
    private final Spans spans;
    private final Reach reach;
    private final Glances glances;
    private final Words words;
    private final Sentences say;

    DoneList(Acts acts, Spans spans, Reach reach, Glances glances, Words words, Sentences say) {
        this.acts = acts;
        this.spans = spans;
        this.reach = reach;
        this.glances = glances;
        this.words = words;
        this.say = say;
    }

    /**
     * @param periods which times may be asked of
     * @param kinds which kinds of things that one does may be asked for
     * @param page from 0
     */
    public record Page(
            List<Choice> periods,
            List<Choice> kinds,
            List<Choice> categories,
            int total,
            int page,
            int pages,
            List<Row> rows) {}

    /**
     * A concern with which one has done something.
     *
     * @param did what, in words
     * @param doneAt when, the last time
     * @param concern null where the reader may not read it today
     */
    public record Row(String number, String did, Instant doneAt, Glance concern) {}

    /** @param total on all pages */
    record Part(int total, List<Row> rows) {}

    /** @throws Refusal for a time, a kind or a category that there is not */
    public Page page(String person, Wanted wanted) {
        Part first = part(person, wanted, wanted.page() * Wanted.ROWS, Wanted.ROWS);
        int page = wanted.pageOf(first.total());
        Part part = page == wanted.page() ? first : part(person, wanted, page * Wanted.ROWS, Wanted.ROWS);
        return new Page(
                periods(say),
                acts.kinds(),
                words.choices("category"),
                part.total(),
                page,
                Wanted.pages(part.total()),
                part.rows());
    }

    /** The latest first. @param most 0 where only their number is asked for */
    Part part(String person, Wanted wanted, int from, int most) {
        Question question = question(person, wanted);
        int total = acts.count(question.acts, question.concerns);
        List<Done> done = most == 0 ? List.of() : acts.rows(question.acts, question.concerns, from, most);
        return new Part(total, rows(person, question, done));
    }

    static List<Choice> periods(Sentences say) {
        return Spans.CODES.stream()
                .map(code -> new Choice(say.of("register.period." + code), code))
                .toList();
    }

    /** The same rows as a workbook. */
    public byte[] workbook(String person, Wanted wanted) {
        Question question = question(person, wanted);
        Wanted.requireFitsAFile(acts.count(question.acts, question.concerns));
        List<Done> done = acts.rows(question.acts, question.concerns, 0, Wanted.MOST_IN_A_FILE);
        try (ExcelTable table =
                new ExcelTable(say.of("register.done"), COLUMNS, column -> say.of("register.column." + column))) {
            for (List<Done> some : ListUtils.partition(done, AT_ONCE)) {
                rows(person, question, some).forEach(row -> write(table, row));
            }
            return table.bytes();
        }
    }

    private void write(ExcelTable table, Row row) {
        Glance concern = row.concern();
        boolean known = concern != null;
        table.row(
                row.number(),
                known ? concern.title() : "",
                known ? concern.type() : "",
                known ? concern.category() : "",
                known ? concern.colleague() : "",
                row.did(),
                spans.shown(row.doneAt()),
                known ? concern.result() : "",
                known ? concern.answer() : "",
                known ? concern.rating() : "",
                known ? concern.where() : "");
    }

    private List<Row> rows(String person, Question question, List<Done> done) {
        List<String> numbers = done.stream().map(Done::number).toList();
        Map<String, String> did = acts.inWords(question.acts, numbers);
        Map<String, Glance> known = glances.of(person, numbers);
        List<Row> rows = new ArrayList<>();
        done.forEach(one -> rows.add(new Row(one.number(), did.get(one.number()), one.at(), known.get(one.number()))));
        return rows;
    }

    private record Question(Conditions acts, Conditions concerns) {}

    private Question question(String person, Wanted wanted) {
        Sight sight = reach.sight(person);
        Span span = spans.of(wanted.period());
        Conditions concerns = new Conditions(sight.exists("done.number"), sight)
                .found(sight, "done.number", wanted.checked().q());
        if (wanted.category() != null) {
            concerns.and(sight.readable("done.number"))
                    .and(
                            "exists (select 1 from concern_visits v where v.number = done.number and v.category = :category)",
                            "category",
                            words.chosen("category", wanted.category(), "category"));
        }
        return new Question(Acts.of(sight, span, wanted.result()), concerns);
    }
}
