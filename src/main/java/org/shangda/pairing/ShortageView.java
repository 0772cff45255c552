package org.shangda.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shangda.programme.Eligibility;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who carries fewer pairs than a programme asks for; for those who arrange them. */
@Service
@Transactional(readOnly = true)
public class ShortageView {

    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final University university;
    private final PairLabels labels;

    ShortageView(Census census, Arrangers arrangers, Programmes programmes, University university, PairLabels labels) {
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.university = university;
        this.labels = labels;
    }

    /**
     * Whose pairs are too few (J01, J07, T05).
     *
     * @param label of the categories that count together
     * @param least fewest pairs that each carrier is to have
     * @param people who have fewer, with the fewest first
     */
    public record Shortage(
            String relation,
            String relationLabel,
            List<String> categories,
            String label,
            int least,
            String clause,
            List<Carrying> people) {}

    /** @param pairs how many there are; those who are still being asked do not count */
    public record Carrying(String person, String name, int pairs) {}

    /**
     * Who of a college carries fewer pairs than its programme asks for, for those who arrange the college's pairs. The
     * university's leaders belong to every college, but who of them is behind only the organization department reads: it
     * arranges what they do (J02).
     */
    public List<Shortage> shortages(String caller, boolean administrator, String unit) {
        Unit college = arrangers.arranged(caller, administrator, unit);
        String programme = programmes.inForce(college.code(), census.today()).code();
        boolean everybody = programmes.decidedBy(caller);
        List<Carrier> carriers = census.carriers();
        Loads loads = census.living();
        List<Shortage> all = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            List<String> known = census.categories(programme, relation);
            Set<Set<String>> seen = new HashSet<>();
            for (String category : known) {
                Eligibility rule = census.rule(programme, relation, category).orElseThrow();
                Set<String> together = FormingRules.countedTogether(category, rule);
                if (rule.minPerCarrier() != null && seen.add(together)) {
                    List<Carrier> obliged = carriers.stream()
                            .filter(carrier ->
                                    FormingRules.rightPost(carrier, rule).isEmpty())
                            .filter(carrier -> belongs(carrier, college, rule, everybody))
                            .toList();
                    all.add(shortage(relation, together, known, rule, obliged, loads));
                }
            }
        }
        return all.stream().filter(one -> !one.people().isEmpty()).toList();
    }

    private Shortage shortage(
            Relation relation,
            Set<String> together,
            List<String> known,
            Eligibility rule,
            List<Carrier> carriers,
            Loads loads) {
        List<String> counted = known.stream().filter(together::contains).toList();
        List<Carrying> people = carriers.stream()
                .map(carrier -> new Carrying(
                        carrier.id(), labels.name(carrier.id()), loads.carried(relation, together, carrier.id())))
                .filter(carrying -> carrying.pairs() < rule.minPerCarrier())
                .sorted(Comparator.comparingInt(Carrying::pairs).thenComparing(Carrying::person))
                .toList();
        return new Shortage(
                relation.code(),
                labels.relation(relation),
                counted,
                counted.stream().map(labels::category).collect(Sentences.listing()),
                rule.minPerCarrier(),
                rule.clause(),
                people);
    }

    private boolean belongs(Carrier carrier, Unit college, Eligibility rule, boolean everybody) {
        boolean inBranch = university
                .collegeOf(carrier.branch())
                .filter(one -> one.code().equals(college.code()))
                .isPresent();
        return rule.scope().equals("branch")
                ? inBranch
                : carrier.everywhere() ? everybody : carrier.colleges().contains(college.code());
    }
}
