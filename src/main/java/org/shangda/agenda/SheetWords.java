package org.shangda.agenda;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shangda.agenda.AgendaRow.Outcome;
import org.shangda.paper.SmallCells;
import org.shangda.refusal.Sentences;
import org.springframework.stereotype.Component;

/** What is written where. The sheet is a paper of the university: in Chinese, whoever takes it. */
@Component
class SheetWords {

    private static final Outcome NOT_YET = new Outcome(null, null, null, null);

    private final Sentences say;

    SheetWords(Sentences say) {
        this.say = say;
    }

    String title() {
        return say.inChinese("agenda.sheet.title");
    }

    String name(Column column) {
        return say.inChinese("agenda.sheet.column." + column.code());
    }

    List<String> columns(boolean after) {
        return Column.of(after).stream().map(this::name).toList();
    }

    /** Names of the places above and below the table, with what is filled in. */
    Map<String, String> head(AgendaHead head) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put(say.inChinese("agenda.sheet.head.meeting"), text(head.meeting()));
        places.put(say.inChinese("agenda.sheet.head.meeting-on"), day(head.meetingOn()));
        places.put(say.inChinese("agenda.sheet.head.compiled-by"), text(head.compiledBy()));
        places.put(say.inChinese("agenda.sheet.head.compiled-on"), day(head.compiledOn()));
        places.put(say.inChinese("agenda.sheet.head.signed-by"), text(head.signedBy()));
        return places;
    }

    Map<String, String> row(AgendaRow row, boolean after) {
        Map<String, String> places = new LinkedHashMap<>();
        Column.of(after).forEach(column -> places.put(name(column), String.valueOf(cell(row, column))));
        return places;
    }

    /** @return a text or a number, never null */
    Object cell(AgendaRow row, Column column) {
        Outcome after = Objects.requireNonNullElse(row.after(), NOT_YET);
        return switch (column) {
            case NUMBER -> row.number();
            case MATTER -> text(row.matter());
            case UNITS -> String.join("、", row.units());
            case PEOPLE -> people(row.people());
            case DONE -> text(row.done());
            case UNSOLVED -> text(row.unsolved());
            case OPINION -> text(row.departmentOpinion());
            case PROPOSAL -> text(row.proposal());
            case PROPOSED_LEAD -> text(row.leadUnit());
            case DECISION -> text(after.decision());
            case LEAD -> text(after.leadUnit());
            case UNTIL -> day(after.until());
            case CARRIED_OUT -> text(after.carriedOut());
        };
    }

    private Object people(int people) {
        return people < SmallCells.SMALLEST_SHOWN ? say.inChinese("agenda.sheet.several") : (Object) people;
    }

    private String day(LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofPattern(say.inChinese("agenda.sheet.day")).format(day);
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
