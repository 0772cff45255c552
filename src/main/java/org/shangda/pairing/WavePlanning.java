package org.shangda.pairing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shangda.numbering.CaseNumbers;
import org.shangda.pairing.ListReader.Column;
import org.shangda.pairing.Matching.Proposal;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.People;
import org.shangda.university.Unit;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A college plans pairs many at a time: proposed for those without one, or listed because they were there before (Z13). */
@Service
@Transactional
public class WavePlanning {

    private static final int MOST_UNLESS_SAID = 20;

    private final Waves waves;
    private final WaveRows rows;
    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final People people;
    private final Inputs inputs;
    private final Words words;
    private final CaseNumbers numbers;

    WavePlanning(
            Waves waves,
            WaveRows rows,
            Census census,
            Arrangers arrangers,
            Programmes programmes,
            People people,
            Inputs inputs,
            Words words,
            CaseNumbers numbers) {
        this.waves = waves;
        this.rows = rows;
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.people = people;
        this.inputs = inputs;
        this.words = words;
        this.numbers = numbers;
    }

    /**
     * A wave as it is planned.
     *
     * @param name by which those who arrange it know it
     * @param relation {@code member-person}, {@code leader-person} or {@code leader-branch}
     * @param categories whom it is for; empty for everybody
     * @param most at most so many pairs, 1 to {@value Wave#MOST}
     * @param kind {@code new} or {@code existing}
     * @param list rows pasted from a spreadsheet. New: 联系对象, 类别 (who is found to be what). Existing: 党员, 联系对象,
     *     结对日期, 类别
     * @param unit name or code of the college; may be left out by whoever answers for one only
     */
    public record Plan(
            @Text(max = 100) String name,
            @Text(max = 40) String relation,
            List<@Text(max = 40) String> categories,
            @Text(max = 5, required = false) String most,
            @Text(max = 40) String kind,
            @Text(max = 20_000, required = false) String list,
            @Text(max = 100, required = false) String unit) {}

    /** @return the wave's number */
    public String plan(String caller, Plan plan) {
        inputs.check(plan);
        Unit college = arrangers.college(caller, plan.unit());
        String programme = programmes.inForce(college.code(), census.today()).code();
        Relation relation = Relation.of(plan.relation());
        if (census.categories(programme, relation).isEmpty()) {
            throw Refusal.invalid("pairing.wave.relation-unknown");
        }
        Wave wave = new Wave(numbers.next("PR"), plan.name().strip(), kind(plan.kind()), caller, census.now());
        wave.of(college.code(), programme, relation);
        wave.replace(wave.kind() == Wave.Kind.EXISTING ? existing(wave, caller, plan) : proposed(wave, caller, plan));
        waves.save(wave);
        return wave.number();
    }

    private static Wave.Kind kind(String code) {
        return switch (code) {
            case "new" -> Wave.Kind.NEW;
            case "existing" -> Wave.Kind.EXISTING;
            default -> throw Inputs.unknown("kind");
        };
    }

    private List<WaveRow> proposed(Wave wave, String caller, Plan plan) {
        if (plan.list() != null && !plan.list().isBlank()) {
            for (ListReader.Row row : rows.pasted(plan.list(), List.of(Column.COLLEAGUE, Column.CATEGORY))) {
                WaveRows.inRow(row.number(), () -> {
                    rows.designate(
                            caller,
                            wave.unit(),
                            people.meant(row.text(Column.COLLEAGUE), "partner"),
                            rows.category(wave, row));
                    return null;
                });
            }
        }
        Set<String> chosen = chosen(wave, plan.categories());
        int most = most(plan.most());
        Loads loads = census.loads(null);
        List<Partner> uncovered = census.partners(wave.unit(), wave.programme(), wave.relation()).stream()
                .filter(partner -> chosen.isEmpty() || chosen.contains(partner.category()))
                .filter(partner -> loads.carriersOf(wave.relation(), partner.key()) == 0)
                .filter(partner -> census.pausedUntil(partner.key()).isEmpty())
                .toList();
        if (uncovered.isEmpty()) {
            throw Refusal.invalid("pairing.wave.nobody-uncovered");
        }
        List<Proposal> proposals = Matching.propose(
                wave.relation(),
                uncovered,
                census.carriers(),
                category -> census.rule(wave.programme(), wave.relation(), category),
                loads,
                arrangers.arranger(caller, wave.unit()),
                most);
        List<WaveRow> planned = new ArrayList<>();
        Set<String> served = new HashSet<>();
        proposals.forEach(one -> {
            served.add(one.partner().key());
            planned.add(new WaveRow(
                            one.partner().key(), one.carrier(), one.partner().category(), null, true)
                    .because(one.why(), one.argument()));
        });
        // Whom the rules leave nobody: the college sees them, and may name somebody.
        uncovered.stream()
                .filter(partner -> !served.contains(partner.key()))
                .limit(Math.max(0, most - planned.size()))
                .forEach(partner -> planned.add(
                        new WaveRow(partner.key(), null, partner.category(), null, false).because("nobody", null)));
        return planned;
    }

    private Set<String> chosen(Wave wave, List<String> categories) {
        if (categories == null) {
            return Set.of();
        }
        List<String> known = census.categories(wave.programme(), wave.relation());
        for (String category : categories) {
            if (!known.contains(category)) {
                throw Refusal.invalid("pairing.wave.category-unknown", label(category));
            }
        }
        return Set.copyOf(categories);
    }

    private static int most(String typed) {
        if (typed == null || typed.isBlank()) {
            return MOST_UNLESS_SAID;
        }
        if (!typed.strip().matches("[1-9]\\d?") || Integer.parseInt(typed.strip()) > Wave.MOST) {
            throw Refusal.invalid("pairing.wave.most", Wave.MOST);
        }
        return Integer.parseInt(typed.strip());
    }

    private List<WaveRow> existing(Wave wave, String caller, Plan plan) {
        if (plan.list() == null || plan.list().isBlank()) {
            throw Refusal.invalid("text.missing", Inputs.label("list"));
        }
        List<ListReader.Row> pasted =
                rows.pasted(plan.list(), List.of(Column.CARRIER, Column.COLLEAGUE, Column.SINCE, Column.CATEGORY));
        if (pasted.size() > Wave.MOST) {
            throw Refusal.invalid("pairing.wave.too-many-rows", Wave.MOST);
        }
        Arranger arranger = arrangers.arranger(caller, wave.unit());
        List<WaveRow> read = new ArrayList<>();
        for (ListReader.Row row : pasted) {
            read.add(WaveRows.inRow(row.number(), () -> rows.existing(wave, caller, arranger, row)));
        }
        return read;
    }

    private String label(String category) {
        return words.label("group", category);
    }
}
