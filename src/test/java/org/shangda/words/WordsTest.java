package org.shangda.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class WordsTest {

    private final Words words = new Words(() -> new Lexicon(List.of(
            new Word("category", "housing", Map.of("zh", "住房", "en", "Housing", "ug", "تۇرالغۇ"), true),
            new Word("category", "canteen", Map.of("zh", "餐饮"), true),
            new Word("category", "parking", Map.of("zh", "停车", "en", "Parking"), false),
            new Word("category", "nameless", Map.of(), true),
            new Word("exit", "pass-up", Map.of("zh", "上报"), true),
            new Word("exit", "pass-up.branch", Map.of("zh", "上报院级党组织"), true))));

    @AfterEach
    void nobody_asks() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void a_code_that_nobody_has_named_is_shown_as_it_is() {
        assertThat(words.label("category", "nursing")).isEqualTo("nursing");
        assertThat(words.label("no-such-kind", "nursing")).isEqualTo("nursing");
        assertThat(words.label("category", "nameless")).isEqualTo("nameless");
        assertThat(new Words(() -> Lexicon.EMPTY).inChinese("category.housing")).isEqualTo("housing");
    }

    @Test
    void a_word_is_in_the_callers_language_or_else_in_chinese() {
        assertThat(words.label("category", "housing")).isEqualTo("住房");
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.label("category", "housing")).isEqualTo("Housing");
        assertThat(words.label("category", "canteen")).isEqualTo("餐饮");
        assertThat(words.inChinese("category", "housing")).isEqualTo("住房");
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ug"));
        assertThat(words.label("category", "housing")).isEqualTo("تۇرالغۇ");
        assertThat(words.languages()).containsExactlyInAnyOrder("zh", "en", "ug");
    }

    @Test
    void a_list_offers_what_is_in_use_and_what_nobody_has_named() {
        assertThat(words.choices("category"))
                .containsExactly(
                        new Choice("住房", "housing"), new Choice("餐饮", "canteen"), new Choice("nameless", "nameless"));
        assertThat(words.choices("category", List.of("nursing", "parking", "canteen", "housing")))
                .extracting(Choice::value)
                .containsExactly("housing", "canteen", "nursing");
        assertThat(words.label("category", "parking")).isEqualTo("停车");
        assertThat(words.knows("category", "parking")).isTrue();
        assertThat(words.knows("category", "nursing")).isFalse();
    }

    @Test
    void a_narrowed_code_is_called_as_the_wider_one_where_it_has_no_word_of_its_own() {
        assertThat(words.label("exit", "pass-up.branch")).isEqualTo("上报院级党组织");
        assertThat(words.label("exit", "pass-up.vice-president")).isEqualTo("上报");
        assertThat(words.label("exit", "answer.branch")).isEqualTo("answer");
        assertThat(words.codes("exit")).containsExactly("pass-up");
    }
}
