package org.shangda.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.List;

/**
 * The exit that a handler has chosen, with what was filled in for it. It stands until the head has signed it or sent it back;
 * sent back, the words stay for the handler to go on with.
 */
@Embeddable
class Proposal {

    static final Proposal NONE = new Proposal();

    @Column(name = "exit_code")
    private String code;

    @Column(name = "exit_by")
    private String by;

    @Column(name = "exit_words")
    private String words;

    @Column(name = "exit_tried")
    private String tried;

    @Column(name = "exit_channel")
    private String channel;

    @Column(name = "exit_unit")
    private String unit;

    @Column(name = "exit_units")
    @Convert(converter = CodeList.class)
    private List<String> units;

    @Column(name = "exit_on")
    private LocalDate on;

    @Embedded
    private Closing closing;

    private String signedBy;
    private String signing;

    protected Proposal() {}

    private Proposal(String code, String words, String tried, String signedBy, Proposal other) {
        this.code = code;
        this.words = words;
        this.tried = tried;
        this.signedBy = signedBy;
        this.by = other.by;
        this.channel = other.channel;
        this.unit = other.unit;
        this.units = other.units;
        this.on = other.on;
        this.closing = other.closing;
    }

    static Proposal of(ExitInput input, Closing closing, String person) {
        Proposal proposal = new Proposal();
        proposal.code = input.exit();
        proposal.by = person;
        proposal.words = input.words();
        proposal.tried = input.tried();
        proposal.channel = input.channel();
        proposal.unit = input.unit();
        proposal.units = input.units();
        proposal.on = input.on();
        proposal.closing = closing;
        return proposal;
    }

    /** The same, for one of those that go the same way. @param own what of the closing concerns that one */
    Proposal leavingWith(Closing own) {
        Proposal same = new Proposal(code, words, tried, signedBy, this);
        same.closing = own;
        return same;
    }

    /** The same, for another meeting. */
    Proposal heardOn(LocalDate day) {
        Proposal same = new Proposal(code, words, tried, signedBy, this);
        same.on = day;
        return same;
    }

    /** As the head says it: the words, and what was tried; blank leaves either. */
    Proposal reworded(String newWords, String newTried) {
        return new Proposal(code, newOr(newWords, words), newOr(newTried, tried), signedBy, this);
    }

    private static String newOr(String text, String kept) {
        return text == null || text.isBlank() ? kept : text;
    }

    Proposal signed(String head) {
        return new Proposal(code, words, tried, head, this);
    }

    /** It was sent back, or taken and the visit goes on: the words stay. */
    Proposal withoutExit() {
        return new Proposal(null, words, tried, signedBy, this);
    }

    /** @param state why nobody can sign it now, as {@link Signers#obstacle} says; null where somebody can */
    void obstructed(String state) {
        signing = state;
    }

    /** Code of the exit; null before one was chosen, and after it was sent back or taken in a visit that goes on. */
    String code() {
        return code;
    }

    /** Who chose it. */
    String by() {
        return by;
    }

    String words() {
        return words;
    }

    String tried() {
        return tried;
    }

    String channel() {
        return channel;
    }

    String unit() {
        return unit;
    }

    List<String> units() {
        return units == null ? List.of() : units;
    }

    LocalDate on() {
        return on;
    }

    /** What it leaves with beside its words, where it is an answer. */
    Closing closing() {
        return closing == null ? Closing.NONE : closing;
    }

    String signedBy() {
        return signedBy;
    }
}
