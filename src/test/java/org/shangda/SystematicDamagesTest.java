package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.engine.door.Finding;

/**
 * Every kind of damage at every place of every shipped file, made from the file itself. Whatever the door meets otherwise
 * than its kind should be met stands in {@code docs/door.md} with the reason.
 *
 * <p>Of a third of all kinds and files one place is tried, with {@code -Dshangda.damages=each} of each kind and file one, with
 * {@code all} every place; the figures are written to {@code target/damages.md}.
 */
class SystematicDamagesTest {

    private static final String TRIED = System.getProperty("shangda.damages", "some");
    private static final int SOME = 3;
    private static final List<Survivors.Survivor> SURVIVORS = Survivors.listed();

    /** Kind → all, refused by a rule, accepted with a warning, accepted; of the last two refused by the engine's parser, by the walk. */
    private static final Map<DamageKind, int[]> FIGURES = new EnumMap<>(DamageKind.class);

    private static final Set<Survivors.Survivor> MET = new HashSet<>();
    private static final List<String> UNEXPECTED = new ArrayList<>();

    static Stream<String> files() {
        return ShippedDoor.FILES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatever_happens_to_a_shipped_file_is_met_as_it_should(String file) {
        List<String> unexpected = new ArrayList<>();
        tried(file).forEach(damage -> {
            String outcome = outcome(damage);
            if (outcome != null) {
                unexpected.add(damage + " => " + outcome);
            }
        });
        UNEXPECTED.addAll(unexpected);
        assertThat(unexpected).isEmpty();
    }

    private static List<Damage> tried(String file) {
        List<Damage> all = new ArrayList<>(FileDamages.of(file));
        all.addAll(
                file.endsWith(".bpmn")
                        ? DiagramDamages.of(file)
                        : file.endsWith(".dmn") ? TableDamages.of(file) : FormDamages.of(file));
        Map<DamageKind, List<Damage>> byKind = new TreeMap<>();
        all.forEach(damage ->
                byKind.computeIfAbsent(damage.kind(), any -> new ArrayList<>()).add(damage));
        if (TRIED.equals("all")) {
            return all;
        }
        int place = files().toList().indexOf(file);
        return byKind.values().stream()
                .map(one -> one.get(0))
                .filter(one -> TRIED.equals("each") || (one.kind().ordinal() + place) % SOME == 0)
                .toList();
    }

    /** Null when it is as it should be, or on the list. */
    private static String outcome(Damage damage) {
        List<Finding> findings = ShippedDoor.open().examine(damage.files());
        List<Finding> refusals = findings.stream().filter(Finding::refuses).toList();
        int[] figures = FIGURES.computeIfAbsent(damage.kind(), any -> new int[6]);
        figures[0]++;
        figures[refusals.isEmpty() ? findings.isEmpty() ? 3 : 2 : 1]++;
        boolean named = refusals.stream().anyMatch(one -> !one.file().isEmpty());
        boolean met = switch (damage.kind().met()) {
            case REFUSED -> named;
            case SAID -> !findings.isEmpty();
            case PASSES -> refusals.isEmpty();
            case EITHER -> refusals.isEmpty() || named;
        };
        List<Survivors.Survivor> listed =
                SURVIVORS.stream().filter(one -> one.is(damage)).toList();
        if (met || !listed.isEmpty()) {
            MET.addAll(listed);
            return null;
        }
        if (refusals.isEmpty() && damage.kind().met() == DamageKind.Met.REFUSED) {
            Map<String, byte[]> files = damage.files();
            if (!damage.file().endsWith(".form") && EngineParser.refuses(damage.file(), files.get(damage.file()))) {
                figures[4]++;
                return null;
            }
            if (damage.file().endsWith(".bpmn")
                    && ShippedDoor.walking().examine(files).stream().anyMatch(Finding::refuses)) {
                figures[5]++;
                return null;
            }
        }
        String said = findings.isEmpty() ? "accepted" : Damaged.said(findings.get(0));
        return said.length() > 200 ? said.substring(0, 200) : said;
    }

    @AfterAll
    static void figures() throws IOException {
        EngineParser.close();
        StringBuilder table = new StringBuilder(
                "| Kind | Damages | Refused | Warned | Accepted | by the engine's parser | by the walk |\n|---|---|---|---|---|---|---|\n");
        int[] sum = new int[6];
        FIGURES.forEach((kind, figures) -> {
            table.append("| ").append(kind);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += figures[i];
                table.append(" | ").append(figures[i]);
            }
            table.append(" |\n");
        });
        table.append("| **all** | %d | %d | %d | %d | %d | %d |\n\n"
                .formatted(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]));
        SURVIVORS.stream()
                .filter(one -> !MET.contains(one))
                .forEach(one -> table.append("no such survivor: " + one + "\n"));
        UNEXPECTED.forEach(line -> table.append(line).append('\n'));
        Files.writeString(Path.of("target/damages.md"), table);
    }
}
