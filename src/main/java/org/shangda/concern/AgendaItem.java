package org.shangda.concern;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.shangda.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** 议题: what one decision of the university is made of. Every transition is guarded here. */
@Entity
class AgendaItem {

    /** Where an item stands. */
    enum State {
        /** On the docket of a meeting, and changed as long as nobody signs it. */
        LISTED,
        /** Waits for the head's signature. */
        SUBMITTED,
        /** Put to the meeting. */
        SIGNED,
        /** A unit carries it out. */
        DECIDED,
        /** Nothing is done; the reason was the answer. */
        REFUSED,
        /** Taken apart again. */
        UNDONE
    }

    @Id
    @GeneratedValue(generator = "concern_seq")
    @SequenceGenerator(name = "concern_seq", sequenceName = "concern_seq")
    private Long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private State state;

    private String title;
    private String leadUnit;
    private String done;
    private String unsolved;
    private String opinion;
    private String proposal;
    private String createdBy;
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "agenda_part", joinColumns = @JoinColumn(name = "item_id"))
    @OrderBy("handlingId")
    private List<AgendaPart> parts = new ArrayList<>();

    @OneToMany(mappedBy = "item", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Hearing> hearings = new ArrayList<>();

    protected AgendaItem() {}

    AgendaItem(Collection<AgendaPart> parts, LocalDate meetsOn, String person, Instant at) {
        this.parts.addAll(parts);
        this.state = State.LISTED;
        this.createdBy = person;
        this.createdAt = at;
        this.hearings.add(new Hearing(this, meetsOn));
    }

    // --- before the meeting ------------------------------------------------------------------------------------------

    void says(AgendaDraft draft) {
        requireState(State.LISTED);
        title = draft.title();
        leadUnit = draft.leadUnit();
        done = draft.done();
        unsolved = draft.unsolved();
        opinion = draft.opinion();
        proposal = draft.proposal();
    }

    void heardOn(LocalDate day) {
        requireState(State.LISTED);
        hearing().on(day);
    }

    /** Its meeting is not held, and what was signed is put to another one. */
    void moved(LocalDate day) {
        requireState(State.LISTED, State.SUBMITTED, State.SIGNED);
        hearing().on(day);
    }

    void submit(String person, Instant at) {
        requireState(State.LISTED);
        hearing().submitted(person, at);
        state = State.SUBMITTED;
    }

    void sign(String head, Instant at) {
        requireState(State.SUBMITTED);
        hearing().signed(head, at);
        state = State.SIGNED;
    }

    void sendBack(String because) {
        requireState(State.SUBMITTED);
        hearing().sentBack(because);
        state = State.LISTED;
    }

    /**
     * Which concerns it had is kept.
     *
     * @param nobodyLeft whether each of its concerns was withdrawn, or went another way: then it can be undone at any time
     */
    void undo(boolean nobodyLeft) {
        if (nobodyLeft) {
            requireState(State.LISTED, State.SUBMITTED, State.SIGNED);
        } else {
            requireState(State.LISTED);
        }
        state = State.UNDONE;
    }

    // --- after the meeting -------------------------------------------------------------------------------------------

    void requireSigned() {
        requireState(State.SIGNED);
    }

    /** @param again the meeting to which it is put off; null with any other ruling */
    void ruled(Ruling ruling, Agenda.Decision decision, LocalDate again, String person, Instant at) {
        requireSigned();
        hearing().recorded(ruling, decision, person, at);
        switch (ruling) {
            case DECIDED -> state = State.DECIDED;
            case REFUSED -> state = State.REFUSED;
            case LATER -> {
                hearings.add(new Hearing(this, again));
                state = State.LISTED;
            }
        }
    }

    private void requireState(State... allowed) {
        if (Arrays.stream(allowed).noneMatch(one -> one == state)) {
            throw Refusal.conflict(
                    "agenda.not-in-this-state",
                    new DefaultMessageSourceResolvable(new String[] {"agenda.state." + state.name()}, state.name()));
        }
    }

    // --- what is asked of it -----------------------------------------------------------------------------------------

    /** On the docket of the meeting that hears it next, or that decided. */
    Hearing hearing() {
        return hearings.get(hearings.size() - 1);
    }

    /** All meetings that have had it, in their order. */
    List<Hearing> hearings() {
        return List.copyOf(hearings);
    }

    List<AgendaPart> parts() {
        return List.copyOf(parts);
    }

    Long id() {
        return id;
    }

    State state() {
        return state;
    }

    AgendaDraft draft() {
        return new AgendaDraft(title, leadUnit, done, unsolved, opinion, proposal);
    }
}
