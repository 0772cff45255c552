package org.shangda.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.words.ReadersTexts.PAGES;
import static org.shangda.words.ReadersTexts.files;
import static org.shangda.words.ReadersTexts.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.words.ReadersTexts.Text;

/** A reader reads one language: Chinese with its own punctuation and without halves of English, or English without Chinese. */
class OneLanguageTest {

    /** Signs that have a width of their own in Chinese. A pattern of dates and an address are no sentence. */
    private static final Pattern HALF_WIDTH =
            Pattern.compile("[\\p{IsHan}”’）》〕」、。][,;:?!](?![A-Z])|\\p{IsHan}\\((?!E\\))"
                    + "|[,;:?!][\\p{IsHan}“‘（《「]|\\)\\p{IsHan}|\\(\\p{IsHan}|\\p{IsHan}\\)");

    /** Codes, what is to be typed, addresses, what other programs show, and what is put in. */
    private static final Pattern NOT_SAID_BY_US =
            Pattern.compile("`[^`]*`|https?://\\S+|\\]\\([^)]*\\)|\\$?\\{\\{?[^{}]*\\}\\}?|&[a-z]+;|</?[a-z][^>]*>");

    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");

    /** Names and words of other programs and of what is sent over the net, which have no others in Chinese. */
    private static final Set<String> NAMES = Set.of(
            "Admin",
            "Authorization",
            "Camunda",
            "English",
            "Excel",
            "Expression",
            "Form",
            "Idempotency",
            "Modeler",
            "Promise",
            "Strict",
            "Tasklist",
            "Web",
            "Word");

    /** Commands and headings that are shown in English whatever language is read. */
    private static final Set<String> SHOWN_SO =
            Set.of("History time to live", "Add rule above", "When cases are stuck");

    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]['a-z]+(?: ['a-z]+){2,}");
    private static final Pattern SECOND_LABEL = Pattern.compile("[\\p{IsHan}。！？：] ?([A-Z][a-z]+)");
    private static final Pattern BOTH = Pattern.compile("[\\p{IsHan}）。] / [A-Za-z][a-z]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}|[，。：；？！（）「」、“”]");

    @Test
    void beside_a_chinese_character_stands_no_half_width_punctuation() {
        List<Text> texts = ReadersTexts.all();
        assertThat(texts).hasSizeGreaterThan(5_000);
        assertThat(texts.stream()
                        .filter(one -> HALF_WIDTH.matcher(bare(one.text())).find()))
                .isEmpty();
    }

    @Test
    void chinese_holds_no_english_but_codes_and_names() {
        assertThat(ReadersTexts.all().stream().filter(one -> isMixed(one.text())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "取消 Cancel",
                "停滞事项Stalled",
                "实践做法 / practice",
                "请先登录。 Please log in first.",
                "某事 of the greatest importance"
            })
    void halves_of_english_are_found(String text) {
        assertThat(isMixed(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"请填写(必填),true", "请填写（必填）,false", "'第一,第二',true", "10:30 起,false"})
    void half_widths_are_found(String text, boolean wrong) {
        assertThat(HALF_WIDTH.matcher(text).find()).isEqualTo(wrong);
    }

    private static boolean isMixed(String text) {
        if (!HAN.matcher(text).find()) {
            return false;
        }
        String said = QUOTED.matcher(bare(text)).replaceAll("");
        return BOTH.matcher(said).find()
                || SENTENCE.matcher(said)
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(words -> SHOWN_SO.stream().noneMatch(words::startsWith))
                || SECOND_LABEL
                        .matcher(said)
                        .results()
                        .map(word -> word.group(1))
                        .anyMatch(word -> !NAMES.contains(word)
                                && SHOWN_SO.stream().noneMatch(words -> words.startsWith(word + " ")));
    }

    private static String bare(String text) {
        return NOT_SAID_BY_US.matcher(text).replaceAll("");
    }

    // --- both, side by side ------------------------------------------------------------------------------------------

    @Test
    void scripts_say_everything_in_chinese_and_in_english() {
        List<String> found = new ArrayList<>();
        for (Path file : files(PAGES.toString(), ".js")) {
            ScriptWords script = new ScriptWords(read(file));
            script.pairs().stream()
                    .filter(pair -> pair.size() != 2 && pair.toString().matches(".*['`\"].*"))
                    .forEach(pair -> found.add(file.getFileName() + " says in one language: " + pair));
            script.rest().stream()
                    .filter(line -> HAN.matcher(line).find() && !line.contains("new RegExp("))
                    .forEach(line -> found.add(file.getFileName() + " says outside of a pair: " + line));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void pages_say_everything_in_chinese_and_in_english() {
        Pattern element = Pattern.compile("<(\\w+)([^<>]*)>([^<>]*)");
        Pattern label = Pattern.compile("aria-label=\"[^\"]*\"(?! data-en-label=\"[^\"]+\")");
        List<String> found = new ArrayList<>();
        for (Path file : files(PAGES.toString(), ".html")) {
            String page = read(file);
            element.matcher(page)
                    .results()
                    .filter(one -> HAN.matcher(one.group(3)).find())
                    // What a window is called and what Chinese is called are said by the scripts, and alike.
                    .filter(one ->
                            !one.group(1).equals("title") && !one.group(3).equals("中文"))
                    .filter(one -> !one.group(2).contains(" data-en=\""))
                    .forEach(one -> found.add(file.getFileName() + ": " + one.group()));
            label.matcher(page).results().forEach(one -> found.add(file.getFileName() + ": " + one.group()));
        }
        assertThat(found).isEmpty();
    }

    // --- English alone -----------------------------------------------------------------------------------------------

    /** What is to be written into a file is named as it has to be written there. */
    private static final Pattern TO_BE_WRITTEN = Pattern.compile("\"(单位|人员)\"|(是|否|正职|副职|经办人|委员|党员|联系对象|结对日期|类别) \\(");

    @Test
    void english_holds_no_chinese() {
        assertThat(ReadersTexts.inEnglish()).hasSizeGreaterThan(2_000);
        assertThat(ReadersTexts.inEnglish().stream()
                        .filter(one -> HAN.matcher(
                                        TO_BE_WRITTEN.matcher(one.text()).replaceAll(""))
                                .find()))
                .isEmpty();
    }

    /** The list of words names those that are never used, because another one is. */
    @Test
    void one_word_is_used_for_one_thing() {
        List<String> never = Pattern.compile("never \"([^\"]+)\"")
                .matcher(read(Path.of("docs/words.md")))
                .results()
                .map(one -> one.group(1))
                .toList();
        assertThat(never).contains("claim", "sign off", "masses");
        Pattern used = Pattern.compile(
                "\\b(" + String.join("|", never).replace(" ", "[ -]") + ")(s|d|ed|ing)?\\b", Pattern.CASE_INSENSITIVE);
        assertThat(ReadersTexts.inEnglish().stream()
                        .filter(one -> used.matcher(one.text()).find()))
                .isEmpty();
    }
}
