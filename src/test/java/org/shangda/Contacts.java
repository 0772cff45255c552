package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.shangda.contact.DutyOpening;
import org.shangda.pairing.PairImport;
import org.shangda.pairing.PairsReport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Pairs and what is owed for them, driven as its users do: with their own login, through the forms. The demonstration's
 * colleges follow different programmes: jsj Zhejiang's, jx Jilin's, jg the teaching branch's.
 */
@TestComponent
public class Contacts {

    public static final String REGISTER = "UserTask_Register";

    /** Under Zhejiang's programme. */
    public static final String MEMBER = "limei";

    public static final String COLLEAGUE = "chenyu";
    public static final String OTHER_COLLEAGUE = "mayan";

    /** Under the teaching branch's programme. */
    public static final String TEACHER = "suboyuan";

    public static final String TAUGHT = "zhengyang";
    public static final String TEACHERS_SECRETARY = "shenbin";
    public static final String TEACHERS_COLLEGE = "sunhuiling";

    /** Under Jilin's programme. */
    public static final String LEADER = "zhengguohua";

    public static final String LED = "tianruoxi";
    public static final String LED_BRANCH = "jx2";
    public static final String RECORDER = "maxin";

    private final Cases cases;
    private final DutyOpening opening;
    private final PairImport importing;
    private final JdbcTemplate database;
    private final Pairings pairings;

    Contacts(Cases cases, DutyOpening opening, PairImport importing, JdbcTemplate database, Pairings pairings) {
        this.cases = cases;
        this.opening = opening;
        this.importing = importing;
        this.database = database;
        this.pairings = pairings;
    }

    /** No pairs, no duties, nothing under way. */
    public void forgetEverything() {
        pairings.clear();
    }

    // --- pairs -------------------------------------------------------------------------------------------------------

    /** A pair of a Party member and a colleague that was formed long ago, in the colleague's branch. */
    public String pair(String member, String colleague) {
        return pair("member-person", member, colleague, branchOf(colleague), LocalDate.of(2025, 9, 1));
    }

    /**
     * A pair that a college took over from a file, on its first day; the colleague has said that it is right.
     *
     * @param colleague null for a linked branch
     * @return its number
     */
    public String pair(String relation, String carrier, String colleague, String branch, LocalDate since) {
        Instant now = TestTime.now();
        try {
            TestTime.set(since + "T10:00:00");
            return imported(relation, carrier, colleague, branch, since);
        } finally {
            TestTime.set(now);
        }
    }

    /** As {@link #pair}, but today. */
    public String imported(String relation, String carrier, String colleague, String branch, LocalDate since) {
        // Whom the leader of a college may be linked with.
        String category = relation.equals("leader-person") ? "applicant" : "";
        return imported(relation, carrier, colleague, branch, since, category);
    }

    /** @param category code of the table; empty for what the colleague is found to be */
    public String imported(
            String relation, String carrier, String colleague, String branch, LocalDate since, String category) {
        String partner = colleague == null ? branch : colleague;
        byte[] file = "党员,联系对象,结对日期,类别\n%s,%s,%s,%s\n"
                .formatted(carrier, partner, since, category)
                .getBytes(StandardCharsets.UTF_8);
        String college = database.queryForObject("select parent from unit where code = ?", String.class, branch);
        PairsReport report =
                importing.run("admin", true, college, relation, new ByteArrayResource(file), file.length, false);
        assertThat(report.stored()).as("%s", report).isTrue();
        String number = pairings.numbers("state = 'ACTIVE' and carrier = '" + carrier + "' and coalesce(colleague,"
                        + " branch) = '" + partner + "'")
                .get(0);
        if (colleague != null) {
            cases.act(colleague, number, "UserTask_TellColleague", Map.of("decision", "keep"));
        }
        return number;
    }

    /** A pair that comes to life today, because the member asks and the colleague agrees. */
    public String begin(String member, String colleague) {
        return pairings.pair(member, colleague);
    }

    /** At the wish of one of the two. */
    public void end(String number) {
        pairings.change(pairings.value(number, "carrier"), number, "end", Map.of("endReason", "fulfilled"));
    }

    public void leave(String number, String from, String to) {
        pairings.change(pairings.value(number, "carrier"), number, "rest", Map.of("from", from, "to", to));
    }

    /** The member leaves the Party, so that the branch secretary names who takes over. */
    public void passTo(String number, String carrier) {
        String former = pairings.value(number, "carrier");
        pairings.roster(lines -> lines.replaceAll("(?m)^(" + former + ",[^,]*,[^,]*),是", "$1,否"));
        try {
            String secretary = secretaryOf(pairings.value(number, "branch"));
            cases.act(secretary, number, "UserTask_FindCarrier", Map.of("decision", "find", "partner", carrier));
        } finally {
            pairings.roster(lines -> lines);
        }
    }

    private String secretaryOf(String branch) {
        return database.queryForObject(
                "select person from post where unit = ? and role = 'head'", String.class, branch);
    }

    private String branchOf(String person) {
        return database.queryForObject("select branch from person where id = ?", String.class, person);
    }

    // --- duties ------------------------------------------------------------------------------------------------------

    public int open() {
        return opening.open();
    }

    /** Number of the sheet of somebody for a period, for example 2026-03. */
    public String sheet(String carrier, String period) {
        return database
                .queryForList(
                        "select number from duty_sheet where carrier = ? and period = ?", String.class, carrier, period)
                .stream()
                .findFirst()
                .orElse(null);
    }

    public String state(String sheet) {
        return database.queryForObject("select state from duty_sheet where number = ?", String.class, sheet);
    }

    /** What is owed on a sheet, as {@code kind done/at least}. */
    public List<String> owed(String sheet) {
        return database.queryForList(
                "select concat(kind, ' ', done, '/', at_least) from duty_owed"
                        + " where number = ? and released_on is null order by id",
                String.class,
                sheet);
    }

    public Task registration(String sheet) {
        return cases.task(sheet, REGISTER);
    }

    /** A contact as its row is filled in. */
    public static Map<String, Object> row(String pairing, String on, String way) {
        Map<String, Object> row = new HashMap<>();
        row.put("pairing", pairing);
        row.put("on", on);
        row.put("way", way);
        row.put("topics", List.of("work"));
        row.put("actions", List.of("listened"));
        row.put("note", "");
        row.put("raise", false);
        return row;
    }

    /** A contact from which a concern starts. */
    public static Map<String, Object> raising(String pairing, String on, String way) {
        Map<String, Object> row = row(pairing, on, way);
        row.put("raise", true);
        row.put("type", "problem");
        row.put("category", "housing");
        row.put("title", "教师公寓漏水");
        row.put("description", "三号楼 402 室天花板漏水两周。");
        row.put("travel", "nameless-above-branch");
        row.put("consentWay", "in-person");
        return row;
    }

    public static Map<String, Object> with(Map<String, Object> row, String key, Object value) {
        Map<String, Object> changed = new HashMap<>(row);
        changed.put(key, value);
        return changed;
    }

    @SafeVarargs
    public final void register(String person, String sheet, Map<String, Object>... rows) {
        cases.submit(person, registration(sheet), Map.of("contacts", List.of(rows)));
    }

    /** Numbers of the notes of a pair. */
    public List<String> notes(String pairing) {
        return database.queryForList(
                "select n.number from contact_note n join contact c on c.id = n.contact_id where c.pairing = ?"
                        + " order by c.id",
                String.class,
                pairing);
    }

    /** One value of a note's row. */
    public String note(String number, String column) {
        return database.queryForObject(
                "select " + column + " from contact_note where number = ?", String.class, number);
    }

    /** One value of every contact of a pair. */
    public List<String> contacts(String pairing, String column) {
        return database.queryForList(
                "select " + column + " from contact where pairing = ? order by id", String.class, pairing);
    }

    // --- event talks -------------------------------------------------------------------------------------------------

    /** @return the talk's number */
    public String arrange(String caller, String person, String occasion) {
        return cases.start(caller, "event-duty", Map.of("person", person, "occasion", occasion));
    }

    /** One value of a talk's row. */
    public String talk(String number, String column) {
        return database.queryForObject("select " + column + " from event_talk where number = ?", String.class, number);
    }
}
