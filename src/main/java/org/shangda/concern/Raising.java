package org.shangda.concern;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shangda.calendar.Counting;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;

/** 反映: what was raised, by whom for whom, when, and where it set out. Nothing of it changes afterwards. */
@Embeddable
class Raising {

    private String programme;

    @Convert(converter = StoredCode.class)
    private String type;

    private String category;
    private String title;
    private String description;
    private String place;
    private String colleague;
    private String raisedBy;
    private LocalDate consentOn;
    private String consentWay;

    @Convert(converter = StoredCode.class)
    private String channel;

    private String idempotencyKey;
    private String digest;
    private Long joins;
    private Instant raisedAt;
    private String branch;
    private String college;
    private String campus;

    protected Raising() {}

    Raising(RaiseConcern raise, Instant at) {
        this.type = raise.type();
        this.category = raise.category();
        this.title = raise.title().strip();
        this.description = raise.description();
        this.place = Inputs.blankToNull(raise.place());
        this.raisedAt = at;
    }

    void by(String person, String forColleague, RaiseConcern raise) {
        this.raisedBy = person;
        this.colleague = forColleague;
        this.consentOn = raise.consentOn();
        this.consentWay = raise.consentWay();
    }

    /** @param from null where the colleague, or whoever speaks for them, raised it by the ordinary form */
    void collectedFrom(String from) {
        channel = from;
    }

    /** 附议: it sets out to where another one is worked on. @param visit id of the visit at which that one is */
    void joins(Long visit) {
        joins = visit;
    }

    /** Null where it was raised by itself. */
    Long joins() {
        return joins;
    }

    /** Stored once under a key, which stands for this content only. */
    void once(String key, String digestOfContent) {
        idempotencyKey = key;
        digest = digestOfContent;
    }

    /** Whoever sends the same key again must send the same. */
    void requireSame(String digestOfContent) {
        if (!digestOfContent.equals(digest)) {
            throw Refusal.conflict("concern.key-used");
        }
    }

    void startsAt(String itsProgramme, String itsBranch, String itsCollege, String itsCampus) {
        this.programme = itsProgramme;
        this.branch = itsBranch;
        this.college = itsCollege;
        this.campus = itsCampus;
    }

    boolean isHazard() {
        return type().isHazard();
    }

    boolean forAnother() {
        return !colleague.equals(raisedBy);
    }

    boolean concerns(String person) {
        return colleague.equals(person) || raisedBy.equals(person);
    }

    /** How its days are counted: those of its campus; no vacation stops a safety hazard. */
    Counting counting() {
        return new Counting(campus, isHazard());
    }

    /** Labels for the cards of its tasks. */
    List<String> card() {
        return List.of("type." + type, "category." + category);
    }

    String programme() {
        return programme;
    }

    ConcernType type() {
        return new ConcernType(type);
    }

    String category() {
        return category;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    /** Where it is, in words; null where nothing was said. */
    String place() {
        return place;
    }

    String colleague() {
        return colleague;
    }

    String raisedBy() {
        return raisedBy;
    }

    LocalDate consentOn() {
        return consentOn;
    }

    String consentWay() {
        return consentWay;
    }

    Instant raisedAt() {
        return raisedAt;
    }

    String branch() {
        return branch;
    }

    /** Null for somebody outside every college. */
    String college() {
        return college;
    }

    String campus() {
        return campus;
    }
}
