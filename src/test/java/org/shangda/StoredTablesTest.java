package org.shangda;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A module's tables are its own. What others may count of them it publishes as views (adr/0042). */
class StoredTablesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/shangda");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile("(?im)^\\s*create (table|view) (\\w+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern NAMED_IN_SQL = Pattern.compile("(?i)\\b(?:from|join|into|update) ([a-z_]+)\\b");

    /** Which module each table belongs to. A new table needs a word here. */
    private static final Map<String, Set<String>> OWNED = Map.ofEntries(
            Map.entry("account", Set.of("account_language", "known_browser", "password_set")),
            Map.entry("attachment", Set.of("attachment", "attachment_piece")),
            Map.entry("bulletin", Set.of("bulletin", "bulletin_reader")),
            Map.entry("calendar", Set.of("academic_term", "calendar_day", "school_vacation")),
            Map.entry(
                    "concern",
                    Set.of(
                            "agenda_item",
                            "agenda_part",
                            "call_back",
                            "call_back_draw",
                            "concern",
                            "handling",
                            "handling_pause",
                            "hearing",
                            "meeting_day",
                            "opinion",
                            "step",
                            "supervision")),
            Map.entry("contact", Set.of("contact", "contact_note", "duty_owed", "duty_sheet", "event_talk")),
            Map.entry("engine", Set.of("case_move", "case_suspension", "former_account", "rule_change")),
            Map.entry(
                    "monitoring",
                    Set.of(
                            "opening",
                            "stalled",
                            "stalled_look",
                            "stalled_past",
                            "stalled_proved",
                            "stalled_told",
                            "stalled_watch")),
            Map.entry("notification", Set.of("notice")),
            Map.entry("numbering", Set.of("monitor", "submission")),
            Map.entry(
                    "pairing",
                    Set.of(
                            "designation",
                            "pairing",
                            "pairing_carrier",
                            "pairing_leave",
                            "pairing_wave",
                            "pairing_wave_row",
                            "willingness")),
            Map.entry("programme", Set.of("programme", "programme_use")),
            Map.entry("reporting", Set.of("summary", "summary_draft", "summary_row")),
            Map.entry("work", Set.of("added_field")),
            Map.entry(
                    "university",
                    Set.of("absence", "person", "post", "roster", "roster_import", "stand_in_post", "unit")));

    @Test
    void every_table_belongs_to_one_module() {
        assertThat(OWNED.values().stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(created("table"));
    }

    @Test
    void a_module_reads_and_writes_its_own_tables_and_of_others_only_what_they_publish() {
        Map<String, String> owners = OWNED.entrySet().stream()
                .flatMap(module -> module.getValue().stream().map(table -> Map.entry(table, module.getKey())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<String> trespasses = new ArrayList<>();
        for (Path source : sources()) {
            String module = SOURCES.relativize(source).getName(0).toString();
            LITERAL.matcher(read(source))
                    .results()
                    .flatMap(literal -> NAMED_IN_SQL.matcher(literal.group(1)).results())
                    .map(named -> named.group(1))
                    .filter(owners::containsKey)
                    .filter(table -> !owners.get(table).equals(module))
                    .forEach(table -> trespasses.add(source.getFileName() + " names " + table));
        }
        assertThat(trespasses).isEmpty();
    }

    private static Set<String> created(String kind) {
        Set<String> names = new TreeSet<>();
        for (Path migration : files(MIGRATIONS, ".sql")) {
            Matcher created = CREATED.matcher(read(migration));
            while (created.find()) {
                if (created.group(1).equalsIgnoreCase(kind)) {
                    names.add(created.group(2));
                }
            }
        }
        return names;
    }

    private static List<Path> sources() {
        return files(SOURCES, ".java");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
