package org.shangda.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written in a table, and what not: a line each. */
class TablesAtTheDoorTest extends AtTheDoor {

    static Stream<Arguments> hostileTables() {
        return Stream.of(
                arguments("language", table("expressionLanguage='juel'", "a", "")),
                arguments("language", table("expressionLanguage='groovy'", "a", "")),
                arguments("language", table("expressionLanguage='javascript'", "a", "")),
                arguments("language", table("expressionLanguage='http://x/feel'", "a", "")),
                arguments("language", table("expressionLanguage=''", "a", "")),
                arguments("attribute", table("camunda:class='x'", "a", "")),
                arguments("attribute", table("class='x'", "a", "")),
                arguments("namespace", table("x:y='z' xmlns:x='http://x'", "a", "")),
                arguments("unsupported", table("", "a", "<decision id='c' name='c'><invocation/></decision>")),
                arguments("unsupported", table("", "a", "<decision id='c' name='c'><context/></decision>")),
                arguments("unsupported", table("", "a", "<import namespace='x' importType='y'/>")),
                arguments("element", table("", "a", "<decision id='c' name='c'><script/></decision>")),
                arguments(
                        "xml",
                        "<!DOCTYPE definitions [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + table("", "&amp;a;", "")),
                arguments("xml", "<definitions"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileTables")
    void a_table_uses_feel_and_nothing_else(String why, String table) {
        assertThat(examine("x.dmn", table)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "expressionLanguage='feel'",
                "expressionLanguage='https://www.omg.org/spec/DMN/20191111/FEEL/'"
            })
    void feel_is_welcome_by_each_of_its_names(String language) {
        assertThat(examine("x.dmn", table(language, "a", ""))).isEmpty();
    }

    private static String table(String attributes, String expression, String more) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d"
                    name="d" namespace="x"><decision id="t" name="t"><decisionTable id="dt"><input id="i"><inputExpression id="e"
                    typeRef="string" %s><text>%s</text></inputExpression></input><output id="o" name="o" typeRef="string"/></decisionTable>
                    </decision>%s</definitions>
                """.formatted(attributes, expression, more);
    }
}
