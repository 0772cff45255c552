package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables as an administrator changes them in Modeler: a row is copied, and some of its cells are written anew. */
public final class ChangedTables {

    private final Map<String, String> tables = new HashMap<>();

    /** @param rule id of the shipped row, before which the copy stands */
    public ChangedTables copy(String table, String rule, String... cells) {
        String text = tables.computeIfAbsent(table, ChangedTables::shipped);
        Matcher row = Pattern.compile("      <rule id=\"" + rule + "\">.*?</rule>\\n", Pattern.DOTALL)
                .matcher(text);
        assertThat(row.find()).as(table + " " + rule).isTrue();
        String copy = row.group().replaceAll(" id=\"(\\w+)\"", " id=\"$1_" + tables.size() + row.start() + "\"");
        for (int i = 0; i < cells.length; i += 2) {
            assertThat(copy).contains(cells[i]);
            copy = copy.replace(cells[i], cells[i + 1]);
        }
        tables.put(table, text.substring(0, row.start()) + copy + text.substring(row.start()));
        return this;
    }

    public ChangedTables word(String kind, String code, String chinese, String english) {
        return copy(
                "words",
                "Rule_CategoryPay",
                "\"category\"",
                '"' + kind + '"',
                "\"pay\"",
                '"' + code + '"',
                "\"工资待遇\"",
                '"' + chinese + '"',
                "\"Pay and benefits\"",
                '"' + english + '"');
    }

    /** A language more, in which one code has a word. */
    public ChangedTables language(String language, String rule, String word) {
        String text = tables.computeIfAbsent("words", ChangedTables::shipped);
        text = text.replace(
                        "      <output id=\"Output_Order\"",
                        "      <output id=\"Output_New\" label=\"%s\" name=\"%s\" typeRef=\"string\" />\n      <output id=\"Output_Order\""
                                .formatted(language, language))
                .replaceAll(
                        "(        <outputEntry id=\"OutputEntry_(\\w+)_Order)",
                        "        <outputEntry id=\"OutputEntry_$2_New\">\n          <text></text>\n        </outputEntry>\n$1")
                .replace(
                        "<outputEntry id=\"OutputEntry_%s_New\">\n          <text></text>".formatted(rule),
                        "<outputEntry id=\"OutputEntry_%s_New\">\n          <text>\"%s\"</text>".formatted(rule, word));
        tables.put("words", text);
        return this;
    }

    /** For {@link Modeler#deploy}. */
    public Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        tables.forEach((table, text) -> files.put(table + ".dmn", text));
        return files;
    }

    private static String shipped(String table) {
        return Modeler.shipped(table + ".dmn");
    }
}
