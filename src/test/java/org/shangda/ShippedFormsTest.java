package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.ShippedForm.Component;
import org.shangda.refusal.Text;
import org.shangda.work.WorkItem;

/** How the shipped forms are written, and how they go with the records that take what they send. */
class ShippedFormsTest {

    /** Shown without being sent, or sent as the text, choice or day that the record takes. Nothing else is used. */
    private static final Set<String> COMPONENTS = Set.of(
            "text",
            "table",
            "separator",
            "textfield",
            "textarea",
            "radio",
            "select",
            "taglist",
            "checklist",
            "checkbox",
            "datetime",
            "dynamiclist",
            "expression");

    static Stream<ShippedForm> forms() {
        return Folder.files("forms", ".form").map(ShippedForm::read);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_sends_exactly_what_its_record_takes(ShippedForm form) {
        form.parts(values(form))
                .forEach((record, sent) -> assertThat(sent)
                        .extracting(Component::key)
                        .containsExactlyInAnyOrderElementsOf(types(record).keySet()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_uses_only_components_that_keep_what_they_are_given(ShippedForm form) {
        assertThat(form.components()).extracting(Component::type).isSubsetOf(COMPONENTS);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatever_a_form_says_it_says_in_english_too_with_the_same_values(ShippedForm form) {
        form.components()
                .forEach(component -> component.said().forEach((what, chinese) -> {
                    String english = component
                            .json()
                            .path("properties")
                            .path("en." + what)
                            .asText();
                    assertThat(english)
                            .as(form.id() + ", " + what + ": " + chinese)
                            .isNotEmpty()
                            .doesNotContainPattern("\\p{IsHan}");
                    assertThat(read(english)).as(form.id() + ", " + what).isEqualTo(read(chinese));
                }));
    }

    /** What a text puts in from elsewhere, and the codes that it compares. */
    private static List<String> read(String text) {
        return Pattern.compile("\\{\\{[^}]*}}|(?<== )\"[^\"]*\"|]\\([^)]*\\)")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_accepts_no_more_text_than_the_server(ShippedForm form) {
        form.parts(values(form)).forEach((record, sent) -> {
            for (Component input : sent) {
                if (input.isText()) {
                    int most = input.json().path("validate").path("maxLength").asInt(Integer.MAX_VALUE);
                    assertThat(most).as(form.id() + "." + input.key()).isBetween(1, limit(form, record, input.key()));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_field_has_a_label_for_sentences_about_it(ShippedForm form) {
        assertThat(form.sent())
                .allSatisfy(input -> assertThat(messages().getProperty("field." + input.key()))
                        .as(input.key())
                        .isNotBlank());
    }

    /** What the table of words names is offered from there; a form keeps only what is its own, such as yes and no. */
    @ParameterizedTest
    @MethodSource("forms")
    void a_form_lists_no_codes_that_have_a_word(ShippedForm form) {
        Set<String> own = Set.of("decision", "verdict", "change", "kind", "action");
        assertThat(form.components())
                .filteredOn(component -> component.json().has("values"))
                .extracting(Component::key)
                .isSubsetOf(own);
    }

    private static Class<? extends Record> values(ShippedForm form) {
        return Descriptions.WORK.values().stream()
                .filter(item -> item.form().equals(form.id()))
                .<Class<? extends Record>>map(WorkItem::values)
                .findFirst()
                .orElseGet(() -> Descriptions.START_FORMS.get(form.id()).values());
    }

    private static Map<String, Class<?>> types(Class<?> record) {
        Map<String, Class<?>> types = new HashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            types.put(component.getName(), component.getType());
        }
        return types;
    }

    /** Written on the form's record, or on the record of the domain that it makes of itself. */
    private static int limit(ShippedForm form, Class<?> record, String key) {
        Stream<Class<?>> made = Stream.<Class<?>>of(values(form))
                .filter(Descriptions.PROCESS_SIDE::contain)
                .flatMap(type -> Descriptions.PROCESS_SIDE.get(type).getConstructorCallsFromSelf().stream())
                .map(JavaConstructorCall::getTargetOwner)
                .map(JavaClass::reflect);
        return Stream.concat(Stream.of(record), made)
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getName().equals(key) && field.isAnnotationPresent(Text.class))
                .mapToInt(field -> field.getAnnotation(Text.class).max())
                .findFirst()
                .orElseGet(() -> fail(form.id() + "." + key + " has no limit on the server"));
    }

    private static Properties messages() {
        Properties messages = new Properties();
        Folder.files("src/main/resources/messages", ".properties")
                .filter(file -> !file.getName().endsWith("_en.properties"))
                .forEach(file -> {
                    try (Reader reader = Files.newBufferedReader(file.toPath())) {
                        messages.load(reader);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
        return messages;
    }
}
