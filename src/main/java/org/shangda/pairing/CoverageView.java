package org.shangda.pairing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shangda.programme.Programmes;
import org.shangda.university.Unit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of a college has a pair, and who is left (Z12); for those who arrange them. */
@Service
@Transactional(readOnly = true)
public class CoverageView {

    private final Pairings pairings;
    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final PairLabels labels;

    CoverageView(Pairings pairings, Census census, Arrangers arrangers, Programmes programmes, PairLabels labels) {
        this.pairings = pairings;
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.labels = labels;
    }

    /**
     * Who is covered in a category.
     *
     * @param people all of the category
     * @param covered who have a pair
     * @param asked who are being asked
     * @param declined who do not want one; they leave the denominator
     * @param open who are left
     * @param percent covered of those who have not declined; null where there is nobody
     * @param left names of those who are left
     */
    public record Coverage(
            String relation,
            String category,
            String label,
            int people,
            int covered,
            int asked,
            int declined,
            int open,
            Integer percent,
            List<String> left) {}

    public List<Coverage> coverage(String caller, boolean administrator, String unit) {
        Unit college = arrangers.arranged(caller, administrator, unit);
        String programme = programmes.inForce(college.code(), census.today()).code();
        Map<String, Willingness> willing = census.willingness();
        Map<Relation, Map<String, PairingState>> states = states(college.code());
        List<Coverage> all = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            Map<String, List<Partner>> byCategory = census.partners(college.code(), programme, relation).stream()
                    .collect(Collectors.groupingBy(Partner::category));
            for (String category : census.categories(programme, relation)) {
                if (byCategory.containsKey(category)) {
                    all.add(coverage(
                            relation,
                            category,
                            byCategory.get(category),
                            states.getOrDefault(relation, Map.of()),
                            willing));
                }
            }
        }
        return all;
    }

    /** By relation and partner: {@code ACTIVE} where there is a pair, {@code PROPOSED} where one is under way. */
    private Map<Relation, Map<String, PairingState>> states(String college) {
        Map<Relation, Map<String, PairingState>> states = new EnumMap<>(Relation.class);
        for (Pairing one : pairings.findByCollegeAndStateInOrderByNumber(college, PairingState.OPEN)) {
            states.computeIfAbsent(one.origin().relation(), relation -> new HashMap<>())
                    .merge(
                            one.partner(),
                            one.state() == PairingState.ACTIVE ? PairingState.ACTIVE : PairingState.PROPOSED,
                            (known, more) -> known == PairingState.ACTIVE ? known : more);
        }
        return states;
    }

    private Coverage coverage(
            Relation relation,
            String category,
            List<Partner> people,
            Map<String, PairingState> states,
            Map<String, Willingness> willing) {
        int covered = 0;
        int asked = 0;
        int declined = 0;
        List<String> left = new ArrayList<>();
        for (Partner partner : people) {
            PairingState state = states.get(partner.key());
            Willingness will = willing.get(partner.key());
            if (state == PairingState.ACTIVE) {
                covered++;
            } else if (state != null) {
                asked++;
            } else if (will != null && will.hasDeclined()) {
                declined++;
            } else {
                left.add(
                        partner.colleague() == null ? labels.unit(partner.branch()) : labels.name(partner.colleague()));
            }
        }
        int counted = people.size() - declined;
        return new Coverage(
                relation.code(),
                category,
                labels.category(category),
                people.size(),
                covered,
                asked,
                declined,
                left.size(),
                counted == 0 ? null : covered * 100 / counted,
                left.stream().sorted().toList());
    }
}
