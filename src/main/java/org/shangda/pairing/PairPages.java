package org.shangda.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of tasks show. The task's holder is known to be who may see it. */
@Service
@Transactional(readOnly = true)
public class PairPages {

    private final Pairings pairings;
    private final Waves waves;
    private final Arranging arranging;
    private final Census census;
    private final University university;
    private final PairLabels labels;

    PairPages(
            Pairings pairings,
            Waves waves,
            Arranging arranging,
            Census census,
            University university,
            PairLabels labels) {
        this.pairings = pairings;
        this.arranging = arranging;
        this.waves = waves;
        this.census = census;
        this.university = university;
        this.labels = labels;
    }

    /**
     * A pair as whoever is asked about it sees it.
     *
     * @param relation in words
     * @param carrier name and branch, empty while nobody carries it
     * @param partner name and branch of the colleague, or name of the linked branch
     * @param why in words, empty where nothing is to be said
     * @param clause names the category too, and is shown only to whom that concerns; may be empty
     * @param since first day as a pair, null before
     * @param state in words
     */
    public record PairPage(
            String number,
            String relation,
            String carrier,
            String partner,
            String why,
            String clause,
            LocalDate since,
            String state) {}

    /**
     * A pair as whoever is to name its carrier sees it.
     *
     * @param next who would be proposed, as it can be typed; empty where the rules leave nobody
     * @param former names of those who carried it, or were proposed for it
     */
    public record VacantPage(PairPage pair, String next, String former) {}

    public PairPage pair(String number) {
        return page(pairings.get(number));
    }

    public VacantPage vacant(String number) {
        Pairing pairing = pairings.get(number);
        return new VacantPage(
                page(pairing),
                arranging.next(number).map(labels::nameAndId).orElse(""),
                Stream.concat(
                                pairing.passedOver().stream().sorted(),
                                pairing.carriers().stream().map(CarrierPeriod::person))
                        .distinct()
                        .map(university::nameOf)
                        .collect(Sentences.listing()));
    }

    private PairPage page(Pairing pairing) {
        return new PairPage(
                pairing.number(),
                labels.relation(pairing.origin().relation()),
                labels.nameAndBranch(pairing.carrier()),
                pairing.colleague() == null ? labels.unit(pairing.branch()) : labels.nameAndBranch(pairing.colleague()),
                labels.why(pairing.origin().why(), pairing.origin().whyArgument()),
                Objects.toString(pairing.origin().clause(), ""),
                pairing.since(),
                labels.state(pairing.state()));
    }

    /** One row of a wave's form; the category by its name, as it is typed. */
    public record WaveLine(
            String colleague, String member, String category, String since, boolean keep, String whyText) {}

    /**
     * A wave as its form shows it.
     *
     * @param kind in words
     * @param existing whether its pairs were there before
     * @param categories names of those that its college's programme knows
     */
    public record WavePage(
            String number,
            String name,
            String kind,
            boolean existing,
            String college,
            List<WaveLine> rows,
            String categories) {}

    public WavePage wave(String number) {
        Wave wave = waves.get(number);
        return new WavePage(
                number,
                wave.name(),
                labels.waveKind(wave.kind()),
                wave.kind() == Wave.Kind.EXISTING,
                labels.unit(wave.unit()),
                wave.rows().stream().map(row -> line(wave, row)).toList(),
                census.categories(wave.programme(), wave.relation()).stream()
                        .map(labels::categoryInChinese)
                        .collect(Sentences.listing()));
    }

    private WaveLine line(Wave wave, WaveRow row) {
        return new WaveLine(
                wave.relation() == Relation.LEADER_BRANCH
                        ? labels.unit(row.partner())
                        : labels.nameAndId(row.partner()),
                row.carrier() == null ? "" : labels.nameAndId(row.carrier()),
                labels.categoryInChinese(row.category()),
                row.since() == null ? "" : row.since().toString(),
                row.kept(),
                labels.why(row.why(), row.whyArgument()));
    }
}
