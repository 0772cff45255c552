package org.shangda;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Holds docs/requirements.md to the tests that it names. */
class RequirementsTest {

    private static final Pattern ROW = Pattern.compile("\\| (Z\\d\\d) \\| .+ \\| (covered|later|words) \\|(.*)\\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+\\.\\w+)`");

    private static List<Matcher> rows;

    /** As {@code Class.method}. */
    private static Set<String> tests;

    @BeforeAll
    static void read() throws IOException {
        rows = Files.readAllLines(Path.of("docs/requirements.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
        tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("org.shangda").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(RequirementsTest::isTest)
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(toSet());
    }

    @Test
    void every_clause_is_listed_once() {
        assertThat(rows)
                .extracting(row -> row.group(1))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 36)
                        .mapToObj("Z%02d"::formatted)
                        .toList());
    }

    @Test
    void what_is_covered_names_tests_that_exist() {
        Map<String, Set<String>> named = named();
        assertThat(rows)
                .allSatisfy(row -> assertThat(!named.get(row.group(1)).isEmpty())
                        .as(row.group(1))
                        .isEqualTo(row.group(2).equals("covered")));
        named.forEach((row, names) -> assertThat(tests).as(row).containsAll(names));
    }

    @Test
    void a_test_that_is_named_after_a_clause_is_listed_under_it() {
        Map<String, Set<String>> named = named();
        tests.forEach(test -> {
            Matcher clause = Pattern.compile("\\w+\\.(Z\\d\\d)_.*").matcher(test);
            if (clause.matches()) {
                assertThat(named.get(clause.group(1))).contains(test);
            }
        });
    }

    private static Map<String, Set<String>> named() {
        return rows.stream()
                .collect(toMap(
                        row -> row.group(1),
                        row -> NAMED.matcher(row.group(3))
                                .results()
                                .map(found -> found.group(1))
                                .collect(toSet())));
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }
}
