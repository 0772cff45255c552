package org.shangda.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class CalendarMessagesTest {

    @Test
    void every_message_is_there_in_both_languages_with_the_same_arguments() throws IOException {
        Properties chinese = load("messages/calendar.properties");
        Properties english = load("messages/calendar_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String code : chinese.stringPropertyNames()) {
            assertThat(new MessageFormat(english.getProperty(code)).getFormatsByArgumentIndex())
                    .as(code)
                    .hasSameSizeAs(new MessageFormat(chinese.getProperty(code)).getFormatsByArgumentIndex());
        }
    }

    @Test
    void every_refusal_of_the_calendar_has_its_sentence() throws IOException {
        Properties chinese = load("messages/calendar.properties");
        List<String> codes;
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/shangda/calendar"))) {
            codes = sources.filter(Files::isRegularFile)
                    .flatMap(source -> Pattern.compile("\"(calendar\\.[a-z.-]+)\"")
                            .matcher(read(source))
                            .results()
                            .map((MatchResult found) -> found.group(1)))
                    .distinct()
                    .toList();
        }
        assertThat(codes).hasSizeGreaterThan(10);
        assertThat(chinese.stringPropertyNames()).containsAll(codes);
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = new ClassPathResource(name).getInputStream()) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
