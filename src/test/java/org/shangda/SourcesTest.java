package org.shangda;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** How sources are written: as long as somebody reads at once, tests by the rule that they hold. */
class SourcesTest {

    @Test
    void no_class_is_longer_than_350_lines() throws IOException {
        List<String> longer = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                if (Files.readAllLines(file).size() > 350) {
                    longer.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(longer).isEmpty();
    }

    /** A script that writes a moment itself writes it by the reader's clock. */
    @Test
    void one_script_alone_writes_moments_by_the_clocks_of_the_university() throws IOException {
        Pattern byTheReadersClock =
                Pattern.compile("toLocale\\w*String\\(|\\.get(Hours|Minutes|Date|Day|Month|FullYear)\\(|Intl\\.");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/META-INF/resources"))) {
            assertThat(files.filter(one -> one.toString().endsWith(".js"))
                            .filter(one -> byTheReadersClock.matcher(read(one)).find())
                            .map(one -> one.getFileName().toString()))
                    .containsExactly("page.js");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words may be names or clauses (Friday, Z10), but none hides behind a capital letter within another. */
    @Test
    void a_test_says_its_rule_in_words_with_lines_between_them() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .haveNameMatching("(?!.*[a-z0-9][A-Z])\\w+_\\w+")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("org.shangda"));
    }
}
