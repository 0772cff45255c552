package org.shangda.pairing.process;

import java.util.HashMap;
import java.util.Map;
import org.shangda.pairing.PairPages.PairPage;
import org.shangda.pairing.PairPages.VacantPage;
import org.shangda.pairing.PairPages.WavePage;

/** Pairs and waves under the keys of the forms. */
final class ShownPair {

    private ShownPair() {}

    static Map<String, Object> of(PairPage page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", page.number());
        shown.put("kind", page.relation());
        shown.put("carrierName", page.carrier());
        shown.put("colleagueName", page.partner());
        shown.put("whyText", page.why());
        shown.put("since", page.since() == null ? "" : page.since().toString());
        shown.put("stateLabel", page.state());
        return shown;
    }

    /** For whom the category concerns, which the clause names. */
    static Map<String, Object> withClause(PairPage page) {
        Map<String, Object> shown = of(page);
        shown.put("clause", page.clause());
        return shown;
    }

    static Map<String, Object> of(VacantPage page) {
        return with(page, of(page.pair()));
    }

    static Map<String, Object> withClause(VacantPage page) {
        return with(page, withClause(page.pair()));
    }

    private static Map<String, Object> with(VacantPage page, Map<String, Object> shown) {
        shown.put("partner", page.next());
        shown.put("former", page.former());
        return shown;
    }

    static Map<String, Object> of(WavePage page) {
        return Map.of(
                "number", page.number(),
                "waveName", page.name(),
                "kindLabel", page.kind(),
                "existing", page.existing(),
                "collegeName", page.college(),
                "categoryNames", page.categories(),
                "pairs", page.rows());
    }
}
