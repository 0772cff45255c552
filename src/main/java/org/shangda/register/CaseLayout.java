package org.shangda.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shangda.concern.CaseClock.OneClock;
import org.shangda.concern.CaseSheets.Sheet;
import org.shangda.concern.CaseSheets.Visit;
import org.shangda.concern.ConcernPages.Page;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** What stands where on a 办理单, whatever the kind of file; in the reader's language. */
@Component
class CaseLayout {

    private final Sentences say;

    CaseLayout(Sentences say) {
        this.say = say;
    }

    /**
     * @param head labels and values, two pairs in a line
     * @param story labels and values, one pair in a line
     * @param visits with a heading row, by level
     * @param steps the same, by time
     * @param outcome as {@code story}, below the way
     * @param ink what is signed by hand, beside a blank
     */
    record Drawn(
            String title,
            String subtitle,
            List<Pair> head,
            List<Pair> story,
            Grid visits,
            Grid steps,
            List<Pair> outcome,
            List<String> ink) {}

    record Pair(String label, String value) {}

    /** @param rows cells from the left, each of some lines */
    record Grid(String title, List<String> columns, List<List<List<String>>> rows) {}

    Drawn of(Sheet sheet) {
        Page page = sheet.page();
        return new Drawn(
                say.of("sheet.title"),
                say.of("sheet.subtitle", page.number()),
                Stream.of(
                                pair("type", page.type()),
                                pair("category", page.category()),
                                pair("colleague", page.colleague()),
                                pair("raised", sheet.raised()),
                                pair("travel", page.travel()),
                                pair("state", page.state()),
                                pair("in-charge", page.inCharge()),
                                pair("closed", sheet.closed()))
                        .toList(),
                story(sheet),
                visits(sheet),
                steps(page),
                outcome(sheet),
                List.of(say.of("sheet.handler"), say.of("sheet.signer"), say.of("sheet.filed")));
    }

    private List<Pair> story(Sheet sheet) {
        List<Pair> story = new ArrayList<>();
        story.add(pair("matter", sheet.page().title()));
        story.add(pair("description", sheet.page().description()));
        if (!sheet.files().isEmpty()) {
            story.add(pair("files", String.join("\n", sheet.files())));
        }
        return story;
    }

    private Pair pair(String label, String value) {
        return new Pair(say.of("sheet." + label), value);
    }

    private Grid visits(Sheet sheet) {
        return grid(
                "visits",
                List.of("unit", "arrived-received", "due-ended", "days-result", "handler-signer"),
                sheet.visits().stream().map(this::visit).toList());
    }

    private List<List<String>> visit(Visit visit) {
        return List.of(
                List.of(visit.unit(), visit.level()),
                List.of(visit.arrived(), visit.received()),
                List.of(visit.due(), visit.ended()),
                List.of(
                        visit.rested() == 0
                                ? say.of("sheet.days", visit.days())
                                : say.of("sheet.days-rested", visit.days(), visit.rested()),
                        visit.result()),
                List.of(visit.handler(), visit.signer()));
    }

    private Grid steps(Page page) {
        return grid(
                "steps",
                List.of("at", "what", "unit", "words"),
                page.way().stream()
                        .map(row -> List.of(
                                List.of(row.at().split(" ")),
                                List.of(row.what()),
                                // A telephone is not to be broken in its middle.
                                List.of(row.unit().split(" ", 2)),
                                lines(row.words())))
                        .toList());
    }

    private Grid grid(String title, List<String> columns, List<List<List<String>>> rows) {
        return new Grid(
                say.of("sheet." + title),
                columns.stream().map(column -> say.of("sheet.column." + column)).toList(),
                rows);
    }

    private List<Pair> outcome(Sheet sheet) {
        List<Pair> outcome = new ArrayList<>();
        outcome.add(pair("answer", sheet.page().answer()));
        outcome.add(pair("rating", sheet.rating()));
        outcome.add(pair(
                "clocks",
                String.join(
                        "\n",
                        sheet.page().clock(),
                        clock("sheet.clock.level", sheet.clocks().level()),
                        clock("sheet.clock.whole", sheet.clocks().whole()))));
        return outcome;
    }

    private String clock(String sentence, OneClock clock) {
        return say.of(sentence, clock.daysCounted(), clock.daysPaused());
    }

    /** As they were typed. */
    static List<String> lines(String text) {
        return List.of(text.split("\\R", -1));
    }
}
