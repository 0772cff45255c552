package org.shangda.pairing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shangda.numbering.Numbered;
import org.shangda.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** 一批结对 (Z13): 「可分期分批进行」. Proposals for those not covered, or pairs that were there before. */
@Entity
@Table(name = "pairing_wave")
class Wave extends Numbered {

    /** More rows than this nobody looks through in a form; a file may have more. */
    static final int MOST = 60;

    /** What a wave brings. */
    enum Kind {
        NEW,
        EXISTING
    }

    /** Where a wave stands. */
    enum State {
        PLANNED,
        SENT,
        DROPPED
    }

    private String name;
    private String unit;
    private String programme;
    private String relation;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private String plannedBy;
    private Instant plannedAt;
    private String sentBy;
    private Instant sentAt;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "wave", nullable = false, updatable = false)
    @OrderBy("position")
    private List<WaveRow> rows = new ArrayList<>();

    protected Wave() {}

    Wave(String number, String name, Kind kind, String by, Instant at) {
        super(number);
        this.name = name;
        this.kind = kind;
        this.state = State.PLANNED;
        this.plannedBy = by;
        this.plannedAt = at;
    }

    void of(String college, String programme, Relation relation) {
        this.unit = college;
        this.programme = programme;
        this.relation = relation.code();
    }

    void replace(List<WaveRow> with) {
        requirePlanned();
        rows.clear();
        with.forEach(row -> rows.add(row.at(rows.size() + 1)));
    }

    void sent(String by, Instant at) {
        requirePlanned();
        state = State.SENT;
        sentBy = by;
        sentAt = at;
    }

    void drop() {
        requirePlanned();
        state = State.DROPPED;
    }

    private void requirePlanned() {
        if (state != State.PLANNED) {
            throw Refusal.conflict(
                    "pairing.wave.state",
                    new DefaultMessageSourceResolvable(
                            new String[] {"pairing.wave.state." + state.name()}, state.name()));
        }
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }

    String programme() {
        return programme;
    }

    Relation relation() {
        return Relation.of(relation);
    }

    Kind kind() {
        return kind;
    }

    State state() {
        return state;
    }

    String plannedBy() {
        return plannedBy;
    }

    List<WaveRow> rows() {
        return List.copyOf(rows);
    }
}
