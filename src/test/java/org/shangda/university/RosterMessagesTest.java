package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class RosterMessagesTest {

    /** Codes as the report's calls write them: the first word with a dot or the plain codes without one. */
    private static final Pattern CODE = Pattern.compile(
            "\"((?:file|sheet|table|heading|cell|code|date|unit|units|person|branch|title|post|absence)\\.[a-z0-9-]+|top-unanswered|unchanged)\"");

    /** That none is left over, MessagesTest says. */
    @Test
    void every_sentence_of_the_report_is_there_in_both_languages() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("university.roster.refused", "university.unit.unknown"));
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/shangda/university"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                used.addAll(CODE.matcher(Files.readString(source))
                        .results()
                        .map(MatchResult::group)
                        .map(code -> "university.roster." + code.replace("\"", ""))
                        .collect(Collectors.toSet()));
            }
        }
        assertThat(messages("messages/university.properties").stringPropertyNames())
                .containsAll(used);
        assertThat(messages("messages/university_en.properties").stringPropertyNames())
                .containsAll(used);
    }

    private static Properties messages(String path) throws IOException {
        Properties messages = new Properties();
        try (Reader in = new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8)) {
            messages.load(in);
        }
        return messages;
    }
}
