package org.shangda.concern;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.shangda.programme.LevelAnswer;

/** What an answer left with beside its words: what became of the matter, and what its unit said of the answer (adr/0067). */
@Embeddable
class Closing {

    static final Closing NONE = new Closing();

    /** Code; null where it was not asked for. */
    @Column(name = "settled")
    private String settled;

    @Column(name = "settled_because")
    private String settledBecause;

    @Column(name = "checks_asked")
    @Convert(converter = CodeList.class)
    private List<String> asked = List.of();

    @Column(name = "checks_held")
    @Convert(converter = CodeList.class)
    private List<String> held = List.of();

    @Column(name = "checks_because")
    private String checksBecause;

    protected Closing() {}

    Closing(String settled, String settledBecause, List<String> asked, List<String> held, String checksBecause) {
        this.settled = settled;
        this.settledBecause = settledBecause;
        this.asked = List.copyOf(asked);
        this.held = List.copyOf(held);
        this.checksBecause = checksBecause;
    }

    /** What of it concerns one of those that it is an answer to. @param own what is asked of an answer to that one */
    Closing of(LevelAnswer own) {
        List<String> notHeld = notHeld().stream().filter(own.checks()::contains).toList();
        return new Closing(
                own.settled() ? settled : null,
                own.settled() ? settledBecause : null,
                asked == null
                        ? List.of()
                        : asked.stream().filter(own.checks()::contains).toList(),
                held().stream().filter(own.checks()::contains).toList(),
                notHeld.isEmpty() ? null : checksBecause);
    }

    String settled() {
        return settled;
    }

    String settledBecause() {
        return settledBecause;
    }

    /** What was asked of the answer and holds. */
    List<String> held() {
        return held == null ? List.of() : held;
    }

    /** What was asked of the answer and does not hold. */
    List<String> notHeld() {
        return asked == null
                ? List.of()
                : asked.stream().filter(check -> !held().contains(check)).toList();
    }

    /** Why some of it does not hold; null where all does. */
    String checksBecause() {
        return checksBecause;
    }
}
