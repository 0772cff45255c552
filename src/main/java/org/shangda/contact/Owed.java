package org.shangda.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.shangda.pairing.Pair;
import org.shangda.programme.ContactDuty;

/** A row of a sheet: one kind of contact that is owed for one pair, under the clause that was in force when it began. */
@Entity
@Table(name = "duty_owed")
class Owed {

    @Id
    @GeneratedValue(generator = "contact_seq")
    @SequenceGenerator(name = "contact_seq", sequenceName = "contact_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "number")
    private DutySheet sheet;

    private String pairing;
    private String relation;
    private String kind;
    private int atLeast;
    private int done;
    private String strength;
    private String ways;
    private String together;
    private String programme;
    private String clause;
    private LocalDate releasedOn;

    protected Owed() {}

    Owed(DutySheet sheet, Pair pair, ContactDuty duty, String programme) {
        this.sheet = sheet;
        this.pairing = pair.number();
        this.relation = pair.relation();
        this.kind = duty.kind();
        this.atLeast = duty.atLeast();
        this.strength = duty.strength();
        this.ways = String.join(",", duty.ways().stream().sorted().toList());
        this.together = duty.together();
        this.programme = programme;
        this.clause = duty.clause();
    }

    boolean isOf(String pair, String ofKind) {
        return pairing.equals(pair) && kind.equals(ofKind);
    }

    /** How many ways discharge it: a contact goes to the row that has the fewest others to hope for. */
    int choice() {
        return ways().size();
    }

    boolean accepts(String way) {
        return !isReleased() && done < atLeast && ways().contains(way);
    }

    boolean isTogetherWith(Owed other) {
        return together != null && together.equals(other.together);
    }

    void countAnew() {
        done = 0;
    }

    void count() {
        done++;
    }

    boolean isOutstanding() {
        return !isReleased() && done < atLeast;
    }

    /** 原则上: when it is missed it is a hint; otherwise it is a task. */
    boolean isDuty() {
        return strength.equals("duty");
    }

    /** Somebody else owes it from now on, or nobody. */
    void release(LocalDate on) {
        releasedOn = on;
    }

    void owedAgain() {
        releasedOn = null;
    }

    boolean isReleased() {
        return releasedOn != null;
    }

    DutySheet sheet() {
        return sheet;
    }

    String pairing() {
        return pairing;
    }

    String relation() {
        return relation;
    }

    String kind() {
        return kind;
    }

    int atLeast() {
        return atLeast;
    }

    int done() {
        return done;
    }

    String strength() {
        return strength;
    }

    List<String> ways() {
        return List.of(ways.split(","));
    }

    String programme() {
        return programme;
    }

    String clause() {
        return clause;
    }
}
