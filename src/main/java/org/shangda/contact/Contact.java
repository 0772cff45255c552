package org.shangda.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shangda.pairing.Pair;

/**
 * 联系记录: that a contact took place, when, how, about what of four topics, and what was done. Closed fields, which need
 * nobody's confirmation; there is none for what somebody thinks.
 */
@Entity
class Contact {

    @Id
    @GeneratedValue(generator = "contact_seq")
    @SequenceGenerator(name = "contact_seq", sequenceName = "contact_seq")
    private Long id;

    private String pairing;

    @Column(name = "number")
    private String sheet;

    private int ordinal;
    private String carrier;
    private String colleague;
    private String branch;
    private String college;
    private LocalDate heldOn;
    private String way;
    private String topics;
    private String actions;
    private String concern;
    private Instant recordedAt;

    protected Contact() {}

    /** @param ordinal its place among the contacts of the sheet: the same for ever, so that nothing starts twice */
    Contact(Pair pair, DutySheet sheet, int ordinal, LocalDate heldOn, String way, Instant at) {
        this.pairing = pair.number();
        this.sheet = sheet.number();
        this.ordinal = ordinal;
        this.carrier = sheet.carrier();
        this.colleague = pair.colleague();
        this.branch = pair.branch();
        this.college = pair.college();
        this.heldOn = heldOn;
        this.way = way;
        this.topics = "";
        this.actions = "";
        this.recordedAt = at;
    }

    void about(List<String> chosen, List<String> taken) {
        topics = String.join(",", chosen);
        actions = String.join(",", taken);
    }

    void raised(String concernNumber) {
        concern = concernNumber;
    }

    Long id() {
        return id;
    }

    String pairing() {
        return pairing;
    }

    String sheet() {
        return sheet;
    }

    int ordinal() {
        return ordinal;
    }

    String carrier() {
        return carrier;
    }

    /** Null for a linked branch. */
    String colleague() {
        return colleague;
    }

    String branch() {
        return branch;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    String way() {
        return way;
    }

    List<String> topics() {
        return topics.isEmpty() ? List.of() : List.of(topics.split(","));
    }

    List<String> actions() {
        return actions.isEmpty() ? List.of() : List.of(actions.split(","));
    }

    String concern() {
        return concern;
    }
}
