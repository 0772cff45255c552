package org.shangda;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds docs/requirements.md to the tests and to the policies, and writes its tests and counts where {@code
 * -Dshangda.requirements=write} says so.
 */
class RequirementsTest {

    private static final Path PAGE = Path.of("docs/requirements.md");

    /** Number, clause, state, remark, tests. */
    private static final Pattern ROW = Pattern.compile(
            "\\| ([ZJSUT]\\d\\d) \\| ([^|]+) \\| (covered|partly|later|words|out) \\| ([^|]*?) ?\\|([^|]*)\\|");

    /** Up to the counts; the letter of the policy. */
    private static final Pattern COUNTS = Pattern.compile("(\\| \\[([ZJSUT])][^|]+\\|[^|]+\\|).*");

    private static final List<String> STATES = List.of("covered", "partly", "later", "words", "out");
    private static final Map<String, Integer> LAST = Map.of("Z", 36, "J", 32, "S", 27, "U", 24, "T", 28);

    private static final Pattern NAMED = Pattern.compile("`(\\w+\\.\\w+)`");
    private static final Pattern QUOTE = Pattern.compile("「([^」]+)」");
    private static final Pattern MARKS = Pattern.compile("(?:[ZJSUT]\\d\\d_)+");
    private static final Pattern MARK = Pattern.compile("[ZJSUT]\\d\\d");

    /** As {@code Class.method}. */
    private static final Set<String> tests = new TreeSet<>();

    /** By row, the tests that say themselves that they show it. */
    private static final Map<String, Set<String>> marked = new TreeMap<>();

    private static List<String> page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readAllLines(PAGE);
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("org.shangda").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(RequirementsTest::isTest)
                        .forEach(RequirementsTest::enter);
    }

    private static void enter(JavaMethod method) {
        String test = method.getOwner().getSimpleName() + "." + method.getName();
        tests.add(test);
        Stream.concat(marksOfName(method.getName()), marksOfLines(method))
                .forEach(row ->
                        marked.computeIfAbsent(row, any -> new TreeSet<>()).add(test));
    }

    private static Stream<String> marksOfName(String method) {
        var marks = MARKS.matcher(method);
        return marks.lookingAt() ? MARK.matcher(marks.group()).results().map(MatchResult::group) : Stream.empty();
    }

    /** The rows that begin a line of a parameterized test's table. */
    private static Stream<String> marksOfLines(JavaMethod method) {
        return method.tryGetAnnotationOfType(CsvSource.class).stream()
                .flatMap(source -> Stream.concat(
                        Stream.of(source.value()), source.textBlock().lines()))
                .map(line -> line.strip().split("\\W", 2)[0])
                .filter(first -> MARK.matcher(first).matches());
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .anyMatch(Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property")::contains);
    }

    // --- the page ----------------------------------------------------------------------------------------------------

    @Test
    void the_page_is_what_the_tests_say() throws IOException {
        List<String> written = page.stream().map(this::writtenAnew).toList();
        if ("write".equals(System.getProperty("shangda.requirements"))) {
            Files.write(PAGE, written);
            page = written;
        }
        assertThat(page).as("write it with -Dshangda.requirements=write").isEqualTo(written);
    }

    private String writtenAnew(String line) {
        var counts = COUNTS.matcher(line);
        if (counts.matches()) {
            return counts.group(1) + counted(counts.group(2));
        }
        var row = ROW.matcher(line);
        return row.matches()
                ? "| %s | %s | %s | %s | %s |"
                        .formatted(
                                row.group(1),
                                row.group(2),
                                row.group(3),
                                row.group(4),
                                testsOf(row).stream().map("`%s`"::formatted).collect(joining(" ")))
                : line;
    }

    private static String counted(String policy) {
        List<String> states = rows().stream()
                .filter(row -> row.group(1).startsWith(policy))
                .map(row -> row.group(3))
                .toList();
        return Stream.concat(
                        Stream.of((long) states.size()),
                        STATES.stream()
                                .map(state ->
                                        states.stream().filter(state::equals).count()))
                .map(" %d |"::formatted)
                .collect(joining());
    }

    /** Those that name the row themselves, and those that are written there by hand. */
    private static Set<String> testsOf(MatchResult row) {
        Set<String> shown = named(row)
                .filter(test ->
                        marksOfName(test.substring(test.indexOf('.') + 1)).noneMatch(row.group(1)::equals))
                .collect(toCollection(TreeSet::new));
        shown.addAll(marked.getOrDefault(row.group(1), Set.of()));
        return shown;
    }

    // --- what it says ------------------------------------------------------------------------------------------------

    @Test
    void every_clause_is_listed_once() {
        assertThat(rows())
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(Stream.of("Z", "J", "S", "U", "T")
                        .flatMap(policy -> IntStream.rangeClosed(1, LAST.get(policy))
                                .mapToObj(number -> "%s%02d".formatted(policy, number)))
                        .toList())
                .containsAll(marked.keySet());
    }

    @Test
    void a_clause_is_quoted_from_its_policy() throws IOException {
        Map<String, String> policies = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("docs/policies"))) {
            for (Path file : files.toList()) {
                policies.put(file.getFileName().toString().substring(0, 1), bare(Files.readString(file)));
            }
        }
        assertThat(rows()).allSatisfy(row -> {
            List<String> quotes = QUOTE.matcher(row.group(2))
                    .results()
                    .map(quote -> bare(quote.group(1)))
                    .toList();
            assertThat(quotes).as(row.group(1)).isNotEmpty();
            assertThat(policies.get(row.group(1).substring(0, 1)))
                    .as(row.group(1))
                    .contains(quotes);
        });
    }

    /** Without spaces, line ends and punctuation, which the documents' texts have in several widths. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void what_is_covered_is_shown_by_tests_that_exist_and_the_rest_says_why_not() {
        assertThat(rows()).allSatisfy(row -> {
            boolean shown = Set.of("covered", "partly").contains(row.group(3));
            assertThat(!testsOf(row).isEmpty()).as(row.group(1)).isEqualTo(shown);
            assertThat(tests).as(row.group(1)).containsAll(named(row).toList());
            if (Set.of("partly", "later", "out").contains(row.group(3))) {
                assertThat(row.group(4)).as(row.group(1)).isNotBlank();
            }
        });
    }

    private static List<MatchResult> rows() {
        List<MatchResult> rows = new ArrayList<>();
        for (String line : page) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.toMatchResult());
            }
        }
        return rows;
    }

    private static Stream<String> named(MatchResult row) {
        return NAMED.matcher(row.group(5)).results().map(found -> found.group(1));
    }
}
