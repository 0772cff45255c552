package org.shangda.pairing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many pairs everybody has, proposed ones included; counts along while new ones are proposed. */
final class Loads {

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> together = new HashSet<>();
    private final Set<String> turnedDown = new HashSet<>();

    void add(Relation relation, String category, String carrier, String partner) {
        count(partnerKey(relation, partner));
        if (carrier != null) {
            count(carrierKey(carrier));
            count(carrierKey(relation, category, carrier));
            together.add(carrier + " " + partner);
        }
    }

    void remove(Relation relation, String category, String carrier, String partner) {
        counts.merge(partnerKey(relation, partner), -1, Integer::sum);
        if (carrier != null) {
            counts.merge(carrierKey(carrier), -1, Integer::sum);
            counts.merge(carrierKey(relation, category, carrier), -1, Integer::sum);
            together.remove(carrier + " " + partner);
        }
    }

    /** The colleague did not want this partner; nobody proposes the same again. */
    void turnedDown(String carrier, String colleague) {
        turnedDown.add(carrier + " " + colleague);
    }

    private void count(String key) {
        counts.merge(key, 1, Integer::sum);
    }

    /** All pairs of a carrier: what is spread evenly. */
    int carried(String carrier) {
        return counts.getOrDefault(carrierKey(carrier), 0);
    }

    int carried(Relation relation, Set<String> categories, String carrier) {
        return categories.stream()
                .mapToInt(category -> counts.getOrDefault(carrierKey(relation, category, carrier), 0))
                .sum();
    }

    int carriersOf(Relation relation, String partner) {
        return counts.getOrDefault(partnerKey(relation, partner), 0);
    }

    boolean together(String carrier, String partner) {
        return together.contains(carrier + " " + partner);
    }

    boolean wasTurnedDown(String carrier, String partner) {
        return turnedDown.contains(carrier + " " + partner);
    }

    private static String carrierKey(String carrier) {
        return "c " + carrier;
    }

    private static String carrierKey(Relation relation, String category, String carrier) {
        return "c " + relation + " " + category + " " + carrier;
    }

    private static String partnerKey(Relation relation, String partner) {
        return "p " + relation + " " + partner;
    }
}
