package org.shangda.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A college looks through what it has planned, changes it, and sends it out or drops it. */
@Service
@Transactional
public class WaveReview {

    private final Waves waves;
    private final WaveRows rows;
    private final WaveSending sending;
    private final Forming forming;
    private final Arrangers arrangers;
    private final People people;
    private final Monitors monitors;
    private final Inputs inputs;

    WaveReview(
            Waves waves,
            WaveRows rows,
            WaveSending sending,
            Forming forming,
            Arrangers arrangers,
            People people,
            Monitors monitors,
            Inputs inputs) {
        this.waves = waves;
        this.rows = rows;
        this.sending = sending;
        this.forming = forming;
        this.arrangers = arrangers;
        this.people = people;
        this.monitors = monitors;
        this.inputs = inputs;
    }

    /**
     * @param decision {@code save}, {@code send} or {@code drop}
     * @param pairs all rows, as changed
     */
    public record Review(@Text(max = 40) String decision, List<ReviewRow> pairs) {}

    /**
     * One row of the review.
     *
     * @param colleague name or number of the colleague, or the branch
     * @param member name or number of who is to carry the pair
     * @param category name or code of the table
     * @param since first day of an existing pair, otherwise empty
     * @param keep whether it is to be sent
     */
    public record ReviewRow(
            @Text(max = 100) String colleague,
            @Text(max = 100, required = false) String member,
            @Text(max = 40, required = false) String category,
            @Text(max = 40, required = false) String since,
            Boolean keep) {}

    /** @return {@code save}, {@code send} or {@code drop} */
    public String review(String number, String caller, Review review) {
        inputs.check(review);
        Wave wave = waves.get(number);
        if (!arrangers.arrangesToday(caller, wave.unit())) {
            throw Pairings.notFound();
        }
        Arranger arranger = arrangers.arranger(caller, wave.unit());
        switch (review.decision()) {
            case "save" -> wave.replace(read(wave, review.pairs(), arranger));
            case "send" -> {
                monitors.holdAll(wave);
                wave.replace(read(wave, review.pairs(), arranger));
                sending.send(wave, caller, arranger);
            }
            case "drop" -> wave.drop();
            default -> throw Inputs.unknown("decision");
        }
        return review.decision();
    }

    private List<WaveRow> read(Wave wave, List<ReviewRow> given, Arranger arranger) {
        if (given == null || given.isEmpty()) {
            throw Refusal.invalid("pairing.wave.no-rows");
        }
        if (given.size() > Wave.MOST) {
            throw Refusal.invalid("pairing.wave.too-many-rows", Wave.MOST);
        }
        List<WaveRow> read = new ArrayList<>();
        for (ReviewRow row : given) {
            read.add(WaveRows.inRow(read.size() + 1, () -> read(wave, row, arranger)));
        }
        return read;
    }

    private WaveRow read(Wave wave, ReviewRow row, Arranger arranger) {
        if (row == null) {
            throw Refusal.invalid("text.missing", Inputs.label("colleague"));
        }
        inputs.check(row);
        Partner partner = rows.partner(wave, row.colleague(), rows.category(wave, row.category()));
        boolean keep = Boolean.TRUE.equals(row.keep());
        boolean named = row.member() != null && !row.member().isBlank();
        if (keep && !named) {
            throw Refusal.invalid("text.missing", Inputs.label("member"));
        }
        Person carrier = named ? people.meant(row.member(), "partner") : null;
        if (carrier != null) {
            forming.requireArranger(wave.programme(), wave.relation(), carrier, partner, arranger);
        }
        WaveRow read = new WaveRow(
                partner.key(),
                carrier == null ? null : carrier.id(),
                partner.category(),
                wave.kind() == Wave.Kind.EXISTING ? rows.since(row.since()) : null,
                keep);
        return wave.rows().stream()
                .filter(before ->
                        before.partner().equals(read.partner()) && Objects.equals(before.carrier(), read.carrier()))
                .findFirst()
                .map(before -> read.because(before.why(), before.whyArgument()))
                .orElse(read);
    }
}
