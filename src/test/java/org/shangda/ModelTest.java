package org.shangda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.refusal.Text;
import org.shangda.work.Course;
import org.shangda.work.StartForm;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;

/**
 * How the shipped diagrams, tables and forms are written, and what Java says about them besides. What an administrator's
 * files must be like as well is the door's ({@code engine.door}), which {@link ShippedFilesTest} asks about the shipped ones.
 */
class ModelTest {

    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern ELEMENT =
            Pattern.compile("(StartEvent|EndEvent|IntermediateEvent|BoundaryEvent|Gateway|UserTask|ServiceTask"
                    + "|CallActivity|SubProcess)_[A-Z][A-Za-z]+");
    private static final Pattern FLOW = Pattern.compile("Flow_[A-Z][A-Za-z]+_[A-Z][A-Za-z]+");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)(\\w+)(?: (?:==|>) (?:'[a-z-]+'|0))?}");

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

    private static final JavaClasses PROCESS_SIDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.shangda")
            .that(resideInAPackage("..process"));

    private static final Map<String, BpmnModelInstance> DIAGRAMS = new HashMap<>();
    private static final Map<String, Form> FORMS = new HashMap<>();
    private static final Map<String, WorkItem<?>> WORK = new HashMap<>();
    private static final Map<String, Course> COURSES = new HashMap<>();
    private static final Map<String, StartForm<?>> START_FORMS = new HashMap<>();

    static {
        files("bpmn", ".bpmn").forEach(file -> DIAGRAMS.put(stem(file), Bpmn.readModelFromFile(file)));
        files("forms", ".form").forEach(file -> FORMS.put(stem(file), Form.read(file)));
        described(WorkItem.class)
                .forEach(item ->
                        assertThat(WORK.put(item.key(), item)).as(item.key()).isNull());
        described(Course.class)
                .forEach(course -> assertThat(COURSES.put(course.process(), course))
                        .as(course.process())
                        .isNull());
        COURSES.values().forEach(course -> course.startForm().ifPresent(form -> START_FORMS.put(form.id(), form)));
    }

    // --- names -------------------------------------------------------------------------------------------------------

    @Test
    void a_file_is_named_after_what_is_in_it() {
        DIAGRAMS.forEach((name, diagram) -> assertThat(diagram.getModelElementsByType(Process.class))
                .singleElement()
                .extracting(Process::getId)
                .isEqualTo(name));
        files("bpmn", ".dmn")
                .forEach(file -> assertThat(Dmn.readModelFromFile(file).getModelElementsByType(Decision.class))
                        .singleElement()
                        .extracting(Decision::getId)
                        .isEqualTo(stem(file)));
        FORMS.forEach((name, form) -> assertThat(form.id()).isEqualTo(name));
        Stream.of("bpmn", "forms")
                .flatMap(folder -> files(folder, ""))
                .forEach(file -> assertThat(stem(file)).matches(KEBAB));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void an_element_is_named_by_type_and_meaning(BpmnModelInstance diagram) {
        assertThat(diagram.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getId)
                .allMatch(ELEMENT.asMatchPredicate());
        assertThat(diagram.getModelElementsByType(SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .allMatch(FLOW.asMatchPredicate());
        assertThat(diagram.getModelElementsByType(Error.class))
                .allMatch(error -> error.getId().matches("Error_[A-Z]\\w+")
                        && KEBAB.matcher(error.getErrorCode()).matches());
    }

    @Test
    void every_process_is_described_with_its_user_tasks_and_the_names_in_its_vocabulary() {
        Map<String, Set<String>> vocabularies = vocabularies();
        assertThat(vocabularies.keySet()).isEqualTo(DIAGRAMS.keySet());
        assertThat(COURSES.keySet()).isEqualTo(DIAGRAMS.keySet());
        DIAGRAMS.forEach((process, diagram) -> {
            assertThat(diagram.getModelElementsByType(UserTask.class))
                    .extracting(UserTask::getId)
                    .containsExactlyInAnyOrderElementsOf(COURSES.get(process).tasks());
            assertThat(matching(vocabularies.get(process), "UserTask_\\w+"))
                    .containsExactlyInAnyOrderElementsOf(COURSES.get(process).tasks());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_gateway_asks_one_question_of_one_variable(BpmnModelInstance diagram) {
        for (Gateway gateway : diagram.getModelElementsByType(Gateway.class)) {
            boolean choosesOne =
                    gateway instanceof ExclusiveGateway && gateway.getOutgoing().size() > 1;
            if (!choosesOne) {
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("？");
            SequenceFlow otherwise = ((ExclusiveGateway) gateway).getDefault();
            assertThat(gateway.getOutgoing())
                    .allSatisfy(
                            flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
            assertThat(gateway.getOutgoing().stream()
                            .filter(flow -> !flow.equals(otherwise))
                            .map(flow -> variable(flow.getConditionExpression()))
                            .distinct())
                    .as(gateway.getId())
                    .hasSize(1);
        }
    }

    @Test
    void history_is_kept_as_long_as_the_description_says() {
        DIAGRAMS.forEach((process, diagram) -> assertThat(diagram.getModelElementsByType(Process.class))
                .extracting(Process::getCamundaHistoryTimeToLiveString)
                .containsExactly("P" + COURSES.get(process).daysRemembered() + "D"));
        files("bpmn", ".dmn")
                .forEach(file -> assertThat(Dmn.readModelFromFile(file).getModelElementsByType(Decision.class))
                        .extracting(Decision::getCamundaHistoryTimeToLiveString)
                        .allMatch("P1825D"::equals));
    }

    // --- forms -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_sends_exactly_what_its_record_takes(Form form) {
        form.parts(values(form))
                .forEach((record, sent) -> assertThat(sent)
                        .extracting(Component::key)
                        .containsExactlyInAnyOrderElementsOf(types(record).keySet()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_uses_only_components_that_keep_what_they_are_given(Form form) {
        assertThat(form.components()).extracting(Component::type).isSubsetOf(COMPONENTS);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_accepts_no_more_text_than_the_server(Form form) {
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
    void every_field_has_a_label_for_sentences_about_it(Form form) {
        assertThat(form.sent())
                .allSatisfy(input -> assertThat(messages().getProperty("field." + input.key()))
                        .as(input.key())
                        .isNotBlank());
    }

    /** What the table of words names is offered from there; a form keeps only what is its own, such as yes and no. */
    @ParameterizedTest
    @MethodSource("forms")
    void a_form_lists_no_codes_that_have_a_word(Form form) {
        Set<String> own = Set.of("decision", "verdict", "change", "kind", "action");
        assertThat(form.components())
                .filteredOn(component -> component.json().has("values"))
                .extracting(Component::key)
                .isSubsetOf(own);
    }

    // --- reading Java ------------------------------------------------------------------------------------------------

    static Collection<BpmnModelInstance> diagrams() {
        return DIAGRAMS.values();
    }

    static Collection<Form> forms() {
        return FORMS.values();
    }

    /** Per process, the constants of the class that names what is in its diagram. */
    private static Map<String, Set<String>> vocabularies() {
        Map<String, Set<String>> vocabularies = new HashMap<>();
        PROCESS_SIDE.stream()
                .filter(type -> type.tryGetField("PROCESS").isPresent())
                .map(JavaClass::reflect)
                .forEach(type -> vocabularies.put(
                        (String) constant(type, "PROCESS"),
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> Modifier.isStatic(field.getModifiers()))
                                .filter(field -> field.getType().equals(String.class))
                                .map(field -> (String) constant(type, field.getName()))
                                .collect(toSet())));
        return vocabularies;
    }

    private static Object constant(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What the modules say of their work and processes, without what they work with: nothing of it is called. */
    @SuppressWarnings("rawtypes")
    private static <T> Stream<T> described(Class<T> kind) {
        return PROCESS_SIDE.stream()
                .flatMap(owner -> owner.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .filter(method -> method.getRawReturnType().isEquivalentTo(kind))
                .map(method -> {
                    try {
                        Method bean = method.reflect();
                        bean.setAccessible(true);
                        return kind.cast(bean.invoke(bare(method.getOwner()), new Object[bean.getParameterCount()]));
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static Object bare(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(new Object[constructor.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<? extends Record> values(Form form) {
        return WORK.values().stream()
                .filter(item -> item.form().equals(form.id()))
                .<Class<? extends Record>>map(WorkItem::values)
                .findFirst()
                .orElseGet(() -> START_FORMS.get(form.id()).values());
    }

    private static Map<String, Class<?>> types(Class<?> record) {
        Map<String, Class<?>> types = new HashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            types.put(component.getName(), component.getType());
        }
        return types;
    }

    /** Written on the form's record, or on the record of the domain that it makes of itself. */
    private static int limit(Form form, Class<?> record, String key) {
        Stream<Class<?>> made = Stream.<Class<?>>of(values(form))
                .filter(PROCESS_SIDE::contain)
                .flatMap(type -> PROCESS_SIDE.get(type).getConstructorCallsFromSelf().stream())
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

    // --- reading files -----------------------------------------------------------------------------------------------

    private static Stream<File> files(String folder, String ending) {
        return Arrays.stream(new File(folder).listFiles())
                .filter(file -> file.getName().endsWith(ending));
    }

    private static String stem(File file) {
        return file.getName().substring(0, file.getName().lastIndexOf('.'));
    }

    private static String variable(ModelElementInstance expression) {
        var found = CONDITION.matcher(expression.getTextContent());
        assertThat(found.matches()).as(expression.getTextContent()).isTrue();
        return found.group(2);
    }

    private static Set<String> matching(Set<String> names, String pattern) {
        return names.stream()
                .filter(Pattern.compile(pattern).asMatchPredicate())
                .collect(toSet());
    }

    private static Properties messages() {
        Properties messages = new Properties();
        files("src/main/resources/messages", ".properties")
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

    /** @param components all of them, also those inside others */
    private record Form(String id, List<Component> components) {

        static Form read(File file) {
            try {
                JsonNode json = new ObjectMapper().readTree(file);
                return new Form(
                        json.path("id").asText(),
                        inside(json).map(Component::new).toList());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static Stream<JsonNode> inside(JsonNode parent) {
            return StreamSupport.stream(parent.path("components").spliterator(), false)
                    .flatMap(child -> Stream.concat(Stream.of(child), inside(child)));
        }

        /** Whatever has a key and is not disabled comes back, unless a condition hides it. */
        List<Component> sent() {
            return components.stream()
                    .filter(Predicate.not(Component::isOnlyShown))
                    .toList();
        }

        List<Component> lists() {
            return components.stream()
                    .filter(component -> component.type().equals("dynamiclist"))
                    .toList();
        }

        /** What is sent as the form's record, and what as the record of a row of each of its lists. */
        Map<Class<?>, List<Component>> parts(Class<?> record) {
            Map<Class<?>, List<Component>> parts = new HashMap<>();
            List<Component> own = new ArrayList<>(sent());
            for (Component list : lists()) {
                own.removeAll(list.inside());
                parts.put(
                        row(record, list.key()),
                        list.inside().stream()
                                .filter(Predicate.not(Component::isOnlyShown))
                                .toList());
            }
            parts.put(record, own);
            return parts;
        }

        private static Class<?> row(Class<?> record, String list) {
            return Arrays.stream(record.getRecordComponents())
                    .filter(component -> component.getName().equals(list))
                    .map(component -> (ParameterizedType) component.getGenericType())
                    .map(type -> (Class<?>) type.getActualTypeArguments()[0])
                    .findAny()
                    .orElseGet(() -> fail(record + " has no list " + list));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private record Component(JsonNode json) {

        String type() {
            return text("type");
        }

        /** A list is sent under its path. */
        String key() {
            return type().equals("dynamiclist") ? text("path") : text("key");
        }

        List<Component> inside() {
            return Form.inside(json).map(Component::new).toList();
        }

        String text(String name) {
            return json.path(name).asText();
        }

        boolean isOnlyShown() {
            return key().isEmpty() || json.path("disabled").asBoolean();
        }

        boolean isText() {
            return type().equals("textfield") || type().equals("textarea");
        }
    }
}
