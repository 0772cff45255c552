package org.shangda.concern;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.shangda.numbering.Keyed;

/**
 * One drawing: the sample of a unit and a month. Which concerns it takes follows from month, unit and their numbers alone, so
 * that nobody can choose and anybody can draw it again.
 */
@Entity
@Table(name = "call_back_draw")
class CallBackDraw extends Keyed<CallBackDraw.Of> {

    /** @param period month, for example {@code 2026-03} */
    record Of(String period, String unit) implements Serializable {}

    @EmbeddedId
    private Of of;

    private int answered;
    private int drawn;
    private Instant drawnAt;

    protected CallBackDraw() {}

    CallBackDraw(Of of, int answered, int drawn, Instant at) {
        super(true);
        this.of = of;
        this.answered = answered;
        this.drawn = drawn;
        this.drawnAt = at;
    }

    /**
     * @param numbers those that may be drawn, in any order
     * @param most how many are drawn
     */
    static List<String> sample(Of of, List<String> numbers, int most) {
        return numbers.stream()
                .sorted(Comparator.comparing((String number) -> place(of, number)))
                .limit(most)
                .toList();
    }

    private static String place(Of of, String number) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.join(" ", of.period(), of.unit(), number)
                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Of getId() {
        return of;
    }
}
