package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our Chinese words with the English ones in the webjar, so that a new release of the webapps cannot leave gaps. */
class ChineseWebappTest {

    private static final String WEBAPPS = "META-INF/resources/webjars/camunda/app/";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|%[a-zA-Z]+");
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Names and technical terms that Chinese administrators write in Latin letters as well. */
    private static final Set<String> SAME_IN_CHINESE = Set.of(
            "BPMN",
            "CMMN",
            "CSV",
            "Camunda",
            "Camunda Cockpit",
            "YYYY-MM-DDTHH:mm:ss",
            " / ",
            "DMN",
            "DRD",
            "HTML",
            "ID",
            "ID*",
            "JSON",
            "Java",
            "Optimize",
            "SQL",
            "URL",
            "UUID",
            "XML");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void every_label_has_a_chinese_one_and_no_other_exists(String webapp) throws IOException {
        assertThat(chinese(webapp)).containsOnlyKeys(english(webapp).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void chinese_labels_keep_the_placeholders(String webapp) throws IOException {
        Map<String, String> chinese = chinese(webapp);
        english(webapp)
                .forEach((key, label) -> assertThat(placeholders(chinese.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void no_label_is_left_in_english(String webapp) throws IOException {
        Map<String, String> english = english(webapp);
        Map<String, String> left = new TreeMap<>(chinese(webapp));
        left.values().removeIf(label -> CHINESE.matcher(label).find() || SAME_IN_CHINESE.contains(label));
        left.entrySet().removeIf(label -> !hasWords(english.getOrDefault(label.getKey(), "")));
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void dates_are_chinese_and_of_the_same_shape(String webapp) throws IOException {
        JsonNode english = read(webapp, "en.json").path("dateLocales");
        JsonNode chinese = read(webapp, "zh.json").path("dateLocales");
        assertThat(shape(chinese)).isEqualTo(shape(english));
        for (String unit : List.of("s", "mm", "hh", "dd", "MM", "yy", "future", "past")) {
            JsonNode englishUnit = english.path("relativeTime").path(unit);
            JsonNode chineseUnit = chinese.path("relativeTime").path(unit);
            assertThat(chineseUnit.asText())
                    .as(unit)
                    .matches(text -> CHINESE.matcher(text).find());
            assertThat(placeholders(chineseUnit.asText())).as(unit).isEqualTo(placeholders(englishUnit.asText()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void the_banner_says_honestly_what_the_engine_is_and_links_to_nobody(String webapp) throws IOException {
        assertThat(chinese(webapp).get("BANNER_CE_EOL_TEXT"))
                .contains("Camunda 7.24", "停止官方更新", "自行封堵")
                .doesNotContain("<a", "Camunda 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void every_webapp_loads_our_languages_and_the_banner_in_english(String webapp) throws IOException {
        assertThat(text(webapp + "/scripts/config.js"))
                .contains("\n  locales,\n", "'../shangda/header'", "words('上达', 'Shangda')");
        assertThat(text("shangda/language.js")).contains("availableLanguages = ['zh', 'en']");
        assertThat(text("shangda/header.js")).contains(".ce-eol-banner", "no longer receives official updates");
    }

    private static boolean hasWords(String label) {
        return LETTERS.matcher(PLACEHOLDER.matcher(label).replaceAll("")).find();
    }

    private static List<String> placeholders(String label) {
        return PLACEHOLDER
                .matcher(label)
                .results()
                .map(MatchResult::group)
                .map(placeholder -> placeholder.replace(" ", ""))
                .sorted()
                .toList();
    }

    private static Map<String, Integer> shape(JsonNode node) {
        Map<String, Integer> shape = new TreeMap<>();
        node.properties().forEach(part -> {
            shape.put(part.getKey(), part.getValue().size());
            part.getValue().properties().forEach(entry -> shape.put(part.getKey() + "." + entry.getKey(), 0));
        });
        return shape;
    }

    private static Map<String, String> english(String webapp) throws IOException {
        return labels(webapp, "en.json");
    }

    private static Map<String, String> chinese(String webapp) throws IOException {
        return labels(webapp, "zh.json");
    }

    private static Map<String, String> labels(String webapp, String locale) throws IOException {
        return read(webapp, locale).path("labels").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, label -> label.getValue().asText()));
    }

    private static JsonNode read(String webapp, String locale) throws IOException {
        String json = text(webapp + "/locales/" + locale);
        return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
    }

    /** Reads what the class path serves first, which is what the browser gets. */
    private static String text(String path) throws IOException {
        List<URL> found =
                Collections.list(ChineseWebappTest.class.getClassLoader().getResources(WEBAPPS + path));
        assertThat(found).as(path).isNotEmpty();
        try (var in = found.get(0).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
