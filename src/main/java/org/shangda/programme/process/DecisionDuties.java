package org.shangda.programme.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shangda.programme.ContactDuty;
import org.shangda.programme.DutyRules;
import org.shangda.programme.Eligibility;
import org.shangda.programme.EventDuty;
import org.shangda.programme.SummaryTier;
import org.springframework.stereotype.Component;

/** What the tables say about pairs and contacts. */
@Component
class DecisionDuties implements DutyRules {

    private static final String CONTACTS = "contact-duties";
    private static final String EVENTS = "event-duties";
    private static final String ELIGIBILITY = "pairing-eligibility";
    private static final String SUMMARIES = "summary-tiers";

    private final DeployedTables tables;

    DecisionDuties(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public boolean covers(String programme) {
        return tables.table(CONTACTS).codesOf("programme").contains(programme);
    }

    @Override
    public List<ContactDuty> contactDuties(String programme, String relation) {
        return ask(CONTACTS, programme, "relation", relation).stream()
                .map(row -> new ContactDuty(
                        row.text("kind"),
                        row.number("atLeast"),
                        row.text("period"),
                        row.text("strength"),
                        row.codes("ways"),
                        row.textOrNull("together"),
                        row.number("minWorkingDays"),
                        row.text("clause")))
                .toList();
    }

    @Override
    public Optional<EventDuty> eventDuty(String programme, String occasion) {
        return ask(EVENTS, programme, "occasion", occasion).stream()
                .findFirst()
                .map(row -> new EventDuty(
                        occasion,
                        row.text("kind"),
                        row.text("who"),
                        row.number("withinDays"),
                        row.flag("diverted"),
                        row.text("clause")));
    }

    @Override
    public List<String> occasions(String programme) {
        return occasions().stream()
                .filter(occasion -> eventDuty(programme, occasion).isPresent())
                .toList();
    }

    @Override
    public List<String> occasions() {
        return tables.table(EVENTS).codesOf("occasion");
    }

    @Override
    public Optional<Eligibility> eligibility(String programme, String relation, String category) {
        return ask(ELIGIBILITY, programme, "relation", relation, "category", category).stream()
                .findFirst()
                .map(row -> new Eligibility(
                        row.codes("posts"),
                        row.text("scope"),
                        row.flag("ownBranchFirst"),
                        row.numberOrNull("maxPerCarrier"),
                        row.numberOrNull("minPerCarrier"),
                        row.codes("countedWith"),
                        row.numberOrNull("maxPerColleague"),
                        row.codesByCode("arrangedBy"),
                        row.text("clause")));
    }

    @Override
    public List<String> categories(String programme, String relation) {
        return categories().stream()
                .filter(category -> eligibility(programme, relation, category).isPresent())
                .toList();
    }

    @Override
    public List<String> categories() {
        return tables.table(ELIGIBILITY).codesOf("category");
    }

    @Override
    public List<SummaryTier> summaryTiers(String programme) {
        return ask(SUMMARIES, programme).stream()
                .map(row -> new SummaryTier(
                        row.text("tier"), row.textOrNull("handsUpTo"), row.number("withinDays"), row.text("clause")))
                .toList();
    }

    /** @param more names of further inputs, each followed by its value */
    private List<DeployedTable.Row> ask(String table, String programme, String... more) {
        Map<String, Object> question = new HashMap<>();
        question.put("programme", programme);
        for (int i = 0; i < more.length; i += 2) {
            question.put(more[i], more[i + 1]);
        }
        return tables.table(table).rows(question);
    }
}
