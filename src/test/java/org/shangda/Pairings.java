package org.shangda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shangda.university.RosterFile;
import org.shangda.university.RosterImport;
import org.shangda.university.RosterReport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.annotation.BeforeTestClass;

/** Drives pairs as people do, beside {@link Cases}. */
@TestComponent
public class Pairings {

    private final JdbcTemplate database;
    private final Cases cases;
    private final RosterImport roster;

    Pairings(JdbcTemplate database, Cases cases, RosterImport roster) {
        this.database = database;
        this.cases = cases;
        this.roster = roster;
    }

    /** @return the business key */
    public String start(String person, String process, Map<String, Object> form) {
        return cases.start(person, process, form);
    }

    /** Somebody asks for a pair. @param partner name or number, or null */
    public String ask(String person, String partner) {
        Map<String, Object> form = new HashMap<>();
        form.put("partner", partner);
        return start(person, "pairing-lifecycle", form);
    }

    /** A pair of a member who asked and a colleague who agreed. */
    public String pair(String member, String colleague) {
        String number = ask(member, colleague);
        cases.act(colleague, number, "UserTask_Consent", Map.of("decision", "agree"));
        return number;
    }

    public String change(String person, String partner, String change, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>(more);
        form.put("change", change);
        form.put("partner", partner);
        return start(person, "pairing-change", form);
    }

    /** @return the wave's number */
    public String plan(String person, Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", "第一批");
        form.put("kind", "new");
        form.put("relation", "member-person");
        form.putAll(more);
        return start(person, "pairing-wave", form);
    }

    /** Rows of a wave as its form sends them. */
    public static Map<String, Object> row(String colleague, String member, String category, String since) {
        Map<String, Object> row = new HashMap<>();
        row.put("colleague", colleague);
        row.put("member", member);
        row.put("category", category);
        row.put("since", since);
        row.put("keep", true);
        return row;
    }

    public static Map<String, Object> review(String decision, List<Map<String, Object>> rows) {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", decision);
        form.put("pairs", new ArrayList<>(rows));
        return form;
    }

    /** An existing pair, of which the colleague is told. @return its number */
    public String existing(String clerk, String member, String colleague, String since) {
        String wave = plan(clerk, Map.of("kind", "existing", "list", member + "\t" + colleague + "\t" + since + "\t"));
        cases.act(clerk, wave, "UserTask_ReviewWave", review("send", List.of(row(colleague, member, "", since))));
        return numbers("wave = '" + wave + "'").get(0);
    }

    public String value(String number, String column) {
        return database.queryForObject("select " + column + " from pairing where number = ?", String.class, number);
    }

    public String state(String number) {
        return value(number, "state");
    }

    public List<String> numbers(String condition) {
        return database.queryForList(
                "select number from pairing where " + condition + " order by number", String.class);
    }

    /** One value of every period in which somebody carried the pair, in order. */
    public List<String> carriers(String number, String column) {
        return database.queryForList(
                "select " + column + " from pairing_carrier where number = ? order by id", String.class, number);
    }

    public String wave(String number, String column) {
        return database.queryForObject(
                "select " + column + " from pairing_wave where number = ?", String.class, number);
    }

    /** Colleague and carrier of every row. */
    public List<Map<String, Object>> waveRows(String number) {
        return database.queryForList(
                "select colleague, carrier, category, why from pairing_wave_row where wave = ? order by position",
                number);
    }

    /** Imports the demonstration's people after a change, by somebody who confirms whatever is to be confirmed. */
    public RosterReport roster(UnaryOperator<String> change) {
        RosterReport report = roster(change, false, null);
        return report.toConfirm() ? roster(change, false, report.losses().confirmation()) : report;
    }

    /** Imports the demonstration's people after a change, or rehearses it. */
    public RosterReport roster(UnaryOperator<String> change, boolean dryRun, String confirmed) {
        return imported(
                RosterFile.Part.PEOPLE, "people.csv", change, new RosterImport.Terms(dryRun, confirmed, "admin"));
    }

    /** Imports the demonstration's units after a change. */
    public RosterReport units(UnaryOperator<String> change) {
        return imported(RosterFile.Part.UNITS, "units.csv", change, new RosterImport.Terms(false, null, "admin"));
    }

    private RosterReport imported(
            RosterFile.Part part, String name, UnaryOperator<String> change, RosterImport.Terms terms) {
        try {
            String shipped = new ClassPathResource("demo/" + name).getContentAsString(StandardCharsets.UTF_8);
            byte[] file = change.apply(shipped).getBytes(StandardCharsets.UTF_8);
            return roster.run(List.of(new RosterFile(part, name, file.length, new ByteArrayResource(file))), terms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RosterReport undoRoster() {
        return roster.undo(new RosterImport.Terms(false, null, "admin"));
    }

    /** Without somebody. */
    public RosterReport without(String person) {
        return roster(lines -> lines.replaceAll("(?m)^" + person + ",.*\\R", ""));
    }

    /** As if there never had been pairs. */
    @BeforeTestClass
    public void clear() {
        List.of("pairing-lifecycle", "pairing-wave", "contact-duty", "contact-note", "event-duty")
                .forEach(cases::end);
        for (String table : List.of(
                "contact_note",
                "contact",
                "duty_owed",
                "duty_sheet",
                "event_talk",
                "pairing_carrier",
                "pairing_leave",
                "pairing",
                "pairing_wave_row",
                "pairing_wave",
                "willingness",
                "submission",
                "designation")) {
            database.update("delete from " + table);
        }
    }
}
