package org.shangda.concern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shangda.agenda.AgendaHead;
import org.shangda.agenda.AgendaRow;
import org.shangda.agenda.AgendaSheet;
import org.shangda.refusal.Sentences;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 《提请学校研究事项汇总表》 of a meeting: what is put to it, and afterwards what came of it. */
@Service
@Transactional(readOnly = true)
public class AgendaSheets {

    private final AgendaOffice office;
    private final AgendaVisits visits;
    private final AgendaItems items;
    private final CarriedOut carriedOut;
    private final AgendaSheet sheet;
    private final WithoutNames withoutNames;
    private final Reach reach;
    private final LevelClock clock;
    private final Labels labels;
    private final Words words;
    private final Sentences say;

    AgendaSheets(
            AgendaOffice office,
            AgendaVisits visits,
            AgendaItems items,
            CarriedOut carriedOut,
            AgendaSheet sheet,
            WithoutNames withoutNames,
            Reach reach,
            LevelClock clock,
            Labels labels,
            Words words,
            Sentences say) {
        this.office = office;
        this.visits = visits;
        this.items = items;
        this.carriedOut = carriedOut;
        this.sheet = sheet;
        this.withoutNames = withoutNames;
        this.reach = reach;
        this.clock = clock;
        this.labels = labels;
        this.words = words;
        this.say = say;
    }

    /** @return a .docx; 404 where nothing is put to a meeting on that day */
    public byte[] word(String person, LocalDate day) {
        List<Hearing> docket = docket(person, day);
        return sheet.word(head(person, day, docket), rows(docket));
    }

    /** @return an .xlsx; 404 where nothing is put to a meeting on that day */
    public byte[] excel(String person, LocalDate day) {
        return sheet.excel(rows(docket(person, day)));
    }

    private List<Hearing> docket(String person, LocalDate day) {
        boolean ofTheOffice = office.has(person);
        List<AgendaItem> toSign = visits.toSign(person);
        List<Hearing> all = items.docket(day);
        CarriedOut.Read read = carriedOut.read(all.stream().map(Hearing::item).toList());
        Reach.Reader reader = reach.reader(person);
        List<Hearing> known = all.stream()
                .filter(hearing -> toSign.contains(hearing.item()) || ofTheOffice && read.isFor(hearing.item(), reader))
                .filter(hearing -> !read.heard(hearing).isEmpty())
                .toList();
        if (known.isEmpty()) {
            throw AgendaOffice.notFound();
        }
        return known;
    }

    private AgendaHead head(String person, LocalDate day, List<Hearing> docket) {
        String signed = docket.stream().allMatch(hearing -> hearing.signedBy() != null)
                ? docket.stream()
                        .map(Hearing::signedBy)
                        .distinct()
                        .map(labels::person)
                        .collect(Collectors.joining("、"))
                : null;
        return new AgendaHead(
                say.inChinese("agenda.meeting"), day, labels.name(office.compiling(person)), clock.today(), signed);
    }

    private List<AgendaRow> rows(List<Hearing> docket) {
        CarriedOut.Read read =
                carriedOut.read(docket.stream().map(Hearing::item).toList());
        List<AgendaRow> rows = new ArrayList<>();
        docket.forEach(hearing -> rows.add(row(rows.size() + 1, hearing, read)));
        return rows;
    }

    private AgendaRow row(int number, Hearing hearing, CarriedOut.Read read) {
        AgendaItem item = hearing.item();
        AgendaDraft draft = item.draft();
        List<Concern> concerns = read.of(item);
        List<Raising> raised =
                read.heard(hearing).stream().map(Concern::raising).toList();
        return new AgendaRow(
                number,
                withoutNames.of(draft.title(), concerns),
                raised.stream()
                        .map(one -> Objects.requireNonNullElse(one.college(), one.branch()))
                        .distinct()
                        .map(labels::name)
                        .toList(),
                (int) raised.stream().map(Raising::colleague).distinct().count(),
                withoutNames.of(draft.done(), concerns),
                withoutNames.of(draft.unsolved(), concerns),
                withoutNames.of(draft.opinion(), concerns),
                withoutNames.of(draft.proposal(), concerns),
                draft.leadUnit() == null ? null : labels.name(draft.leadUnit()),
                outcome(hearing, read));
    }

    private AgendaRow.Outcome outcome(Hearing hearing, CarriedOut.Read read) {
        if (hearing.ruling() == null) {
            return null;
        }
        List<Concern> concerns = read.of(hearing.item());
        Optional<Handling> carried = hearing.ruling() == Ruling.DECIDED ? read.visit(hearing.item()) : Optional.empty();
        return new AgendaRow.Outcome(
                say.inChinese(
                        "agenda.decision",
                        words.inChinese("ruling", hearing.ruling().code()),
                        withoutNames.of(hearing.words(), concerns)),
                hearing.leadUnit() == null ? null : labels.name(hearing.leadUnit()),
                carried.map(visit -> clock.dayOf(visit.terms().dueAt())).orElse(null),
                carried.map(read::report)
                        .map(report -> withoutNames.of(report, concerns))
                        .orElse(null));
    }
}
