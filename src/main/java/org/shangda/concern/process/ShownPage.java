package org.shangda.concern.process;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.concern.ClosingPage;
import org.shangda.concern.ConcernPages.HandlingPage;
import org.shangda.concern.ConcernPages.Page;

/** The keys under which forms show a concern. */
final class ShownPage {

    private ShownPage() {}

    static Map<String, Object> of(Page page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", page.number());
        shown.put("kind", page.type() + " · " + page.category());
        shown.put("heading", page.title());
        shown.put("story", page.description());
        shown.put("place", page.place());
        shown.put("fileLinks", FileLinks.of(page));
        shown.put("colleagueName", page.colleague());
        shown.put("colleagueContact", contact(page));
        shown.put("travelLabel", page.travel());
        shown.put("stateLabel", page.state());
        shown.put("inCharge", page.inCharge());
        shown.put("clock", page.clock());
        shown.put("answer", page.answer());
        shown.put("way", page.way());
        return shown;
    }

    /** Behind the name; empty where that is withheld. */
    private static String contact(Page page) {
        String contact = Stream.of(page.colleagueUnit(), page.colleagueTelephone())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return contact.isEmpty() ? "" : " · " + contact;
    }

    /** With what the form shows besides. */
    static Map<String, Object> of(Page page, Map<String, ?> besides) {
        Map<String, Object> shown = of(page);
        shown.putAll(besides);
        return shown;
    }

    static Map<String, Object> of(HandlingPage handling) {
        Map<String, Object> shown = of(handling.page());
        shown.put("level", handling.level());
        shown.put("exitLabel", handling.exitLabel());
        shown.put("words", handling.words());
        shown.put("tried", handling.tried());
        shown.put("exits", handling.exits());
        shown.put("unitChoices", handling.units());
        shown.put("unit", handling.proposedUnit());
        shown.put("channels", handling.channels());
        shown.put("dutyTelephone", handling.dutyTelephone());
        shown.put("because", handling.because());
        shown.put("together", handling.together());
        shown.put("signing", handling.signing());
        shown.put("opinions", handling.opinions());
        shown.put("told", handling.told());
        ClosingPage closing = handling.closing();
        shown.put("settledChoices", closing.settledChoices());
        shown.put("checkChoices", closing.checkChoices());
        shown.put("settled", closing.settled());
        shown.put("settledBecause", closing.settledBecause());
        shown.put("checks", closing.checks());
        shown.put("checksBecause", closing.checksBecause());
        shown.put("closing", closing.told());
        return shown;
    }
}
