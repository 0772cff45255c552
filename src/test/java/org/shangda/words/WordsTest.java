package org.shangda.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shangda.refusal.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;

class WordsTest {

    private final Words words = new Words(() -> new Lexicon(List.of(
            new Word("category", "housing", Map.of("zh", "住房", "en", "Housing", "ug", "تۇرالغۇ"), true),
            new Word("category", "canteen", Map.of("zh", "餐饮"), true),
            new Word("category", "parking", Map.of("zh", "停车", "en", "Parking"), false),
            new Word("category", "nameless", Map.of(), true),
            new Word("exit", "pass-up", Map.of("zh", "上报"), true),
            new Word("exit", "pass-up.branch", Map.of("zh", "上报院级党组织"), true),
            new Word("rating", "satisfied.very", Map.of("zh", "非常满意"), true),
            new Word("rating", "satisfied", Map.of("zh", "满意"), true),
            new Word("rating", "satisfied.once", Map.of("zh", "曾满意"), false),
            new Word("rating", "excellent", Map.of("zh", "优秀"), true))));

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

    @Test
    void where_the_product_acts_on_every_code_a_list_has_other_names_of_them_and_no_other_code() {
        WordKind ratings = WordKind.named("rating", "satisfied", "dissatisfied");

        assertThat(words.choices(ratings))
                .containsExactly(
                        new Choice("非常满意", "satisfied.very"),
                        new Choice("满意", "satisfied"),
                        new Choice("dissatisfied", "dissatisfied"));
        assertThat(words.chosen(ratings, "satisfied.very", "rating")).isEqualTo("satisfied.very");
        for (String refused : new String[] {"excellent", "satisfied.once", "satisfied.never-named", null}) {
            assertThatThrownBy(() -> words.chosen(ratings, refused, "rating")).isInstanceOf(Refusal.class);
        }
        assertThat(words.choices(WordKind.any("rating", "dissatisfied")))
                .extracting(Choice::value)
                .containsExactly("satisfied.very", "satisfied", "excellent", "dissatisfied");
        assertThat(words.choices(WordKind.fixed("rating", "satisfied")))
                .extracting(Choice::value)
                .containsExactly("satisfied");
    }
}
