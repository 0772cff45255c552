package org.shangda.engine.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one version of a file says other than another. */
record Difference(List<Change> changes) {

    enum What {
        NEW,
        CHANGED,
        REMOVED,
        /** The parts are the same and stand in another order. */
        ORDER
    }

    /** @param part as it is now, or was where it is not any more; null where it is about the file */
    record Change(What what, Part part, List<Said> said) {}

    /** One thing that is said otherwise. An empty text: not said at all. */
    record Said(String fact, String before, String now) {}

    static Difference between(Structure before, Structure now) {
        List<Change> changes = new ArrayList<>();
        for (Part part : now.parts().values()) {
            Part was = before.parts().get(part.id());
            if (was == null) {
                changes.add(new Change(What.NEW, part, said(null, part)));
            } else if (!part.saysTheSameAs(was)) {
                changes.add(new Change(What.CHANGED, part, said(was, part)));
            }
        }
        before.parts().values().stream()
                .filter(part -> !now.parts().containsKey(part.id()))
                .forEach(part -> changes.add(new Change(What.REMOVED, part, said(part, null))));
        if (!before.commonWith(now).equals(now.commonWith(before))) {
            changes.add(new Change(What.ORDER, null, List.of()));
        }
        return new Difference(changes);
    }

    private static List<Said> said(Part was, Part is) {
        Set<String> facts = new TreeSet<>();
        if (was != null) {
            facts.addAll(was.facts().keySet());
        }
        if (is != null) {
            facts.addAll(is.facts().keySet());
        }
        return facts.stream()
                .map(fact -> new Said(fact, was == null ? "" : was.fact(fact), is == null ? "" : is.fact(fact)))
                .filter(one -> !one.before().equals(one.now()))
                .toList();
    }
}
