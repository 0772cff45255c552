package org.shangda.concern;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is put to a meeting, under the signature of the office's head; and on which days there are meetings (adr/0080). */
@Service
@Transactional
public class Dockets {

    private final AgendaOffice office;
    private final AgendaItems items;
    private final AgendaVisits visits;
    private final Meetings meetings;
    private final Tidings tidings;
    private final Reach reach;
    private final LevelClock clock;
    private final Inputs inputs;

    Dockets(
            AgendaOffice office,
            AgendaItems items,
            AgendaVisits visits,
            Meetings meetings,
            Tidings tidings,
            Reach reach,
            LevelClock clock,
            Inputs inputs) {
        this.office = office;
        this.items = items;
        this.visits = visits;
        this.meetings = meetings;
        this.tidings = tidings;
        this.reach = reach;
        this.clock = clock;
        this.inputs = inputs;
    }

    // --- the docket --------------------------------------------------------------------------------------------------

    /** All of a meeting's items that are listed wait for the head's signature, who is told so. */
    public void submit(String person, LocalDate day) {
        String unit = office.require(person);
        requireNotOver(day);
        List<AgendaItem> listed = docket(day, AgendaItem.State.LISTED).stream()
                .filter(item -> !visits.open(item).isEmpty())
                .toList();
        if (listed.isEmpty()) {
            throw Refusal.conflict("agenda.nothing-to-submit");
        }
        Instant now = clock.now();
        Set<String> heads = new LinkedHashSet<>();
        Reach.Reader reader = reach.reader(person);
        for (AgendaItem item : listed) {
            List<Handling> open = visits.open(item);
            AgendaDraft draft = item.draft();
            if (draft.leadUnit() == null || Inputs.blankToNull(draft.proposal()) == null) {
                throw incomplete(
                        draft.title(), open.stream().map(Handling::concern).noneMatch(reader::standsAside));
            }
            item.submit(person, now);
            AgendaVisits.leading(open).map(office::signers).ifPresent(heads::addAll);
        }
        tidings.toBeSigned(day, unit, heads, now);
    }

    /** Whoever stands aside in one of its concerns is not told what it is about, nor which of them it is. */
    private static Refusal incomplete(String title, boolean shown) {
        return shown ? Refusal.conflict("agenda.incomplete", title) : Refusal.conflict("agenda.incomplete-unseen");
    }

    /** The head signs all that waits for it. One in which the head stands aside waits for who signs instead. */
    public void sign(String person, LocalDate day) {
        Instant now = clock.now();
        List<AgendaItem> waiting = toSign(person, day);
        requireNotOver(day);
        waiting.forEach(item -> item.sign(person, now));
    }

    private void requireNotOver(LocalDate day) {
        if (day.isBefore(clock.today())) {
            throw Refusal.conflict("agenda.meeting-over", day.toString());
        }
    }

    /** @param reason why it is to be changed first */
    public record SentBack(@Text(max = 2_000) String reason) {}

    public void sendBack(String person, LocalDate day, SentBack back) {
        List<AgendaItem> waiting = toSign(person, day);
        inputs.check(back);
        waiting.forEach(item -> item.sendBack(back.reason()));
    }

    private List<AgendaItem> toSign(String person, LocalDate day) {
        List<AgendaItem> waiting = visits.toSign(person).stream()
                .filter(item -> item.hearing().meetsOn().equals(day))
                .toList();
        if (waiting.isEmpty()) {
            office.require(person);
            throw Refusal.conflict("agenda.nothing-to-sign");
        }
        return waiting;
    }

    private List<AgendaItem> docket(LocalDate day, AgendaItem.State state) {
        return items.docket(day).stream()
                .filter(hearing -> hearing.ruling() == null)
                .map(Hearing::item)
                .filter(item -> item.state() == state)
                .toList();
    }

    // --- meetings ----------------------------------------------------------------------------------------------------

    /** @param on day of the meeting */
    public record Meeting(LocalDate on) {}

    public void addMeeting(String person, Meeting meeting) {
        office.require(person);
        meetings.add(meeting == null ? null : meeting.on());
    }

    /** The university does not meet then: what was listed for it is heard at the next one. */
    public void strikeOut(String person, LocalDate day) {
        office.require(person);
        List<AgendaItem> waiting = items.docket(day).stream()
                .filter(hearing -> hearing.ruling() == null)
                .map(Hearing::item)
                .toList();
        meetings.strikeOut(day);
        for (AgendaItem item : waiting) {
            item.moved(meetings.next());
            AgendaVisits.leading(visits.open(item)).ifPresent(one -> visits.hear(item, one));
        }
    }
}
