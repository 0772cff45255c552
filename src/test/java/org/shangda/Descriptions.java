package org.shangda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shangda.work.Course;
import org.shangda.work.StartForm;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;

/** What Java says about the shipped diagrams and forms, read from the classes without starting anything. */
final class Descriptions {

    static final JavaClasses PROCESS_SIDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.shangda")
            .that(resideInAPackage("..process"));

    /** By key. */
    static final Map<String, WorkItem<?>> WORK = new HashMap<>();

    /** By process. */
    static final Map<String, Course> COURSES = new HashMap<>();

    /** By form. */
    static final Map<String, StartForm<?>> START_FORMS = new HashMap<>();

    static {
        described(WorkItem.class)
                .forEach(item ->
                        assertThat(WORK.put(item.key(), item)).as(item.key()).isNull());
        described(Course.class)
                .forEach(course -> assertThat(COURSES.put(course.process(), course))
                        .as(course.process())
                        .isNull());
        COURSES.values().forEach(course -> course.startForm().ifPresent(form -> START_FORMS.put(form.id(), form)));
    }

    private Descriptions() {}

    /** Per process, the constants of the class that names what is in its diagram. */
    static Map<String, Set<String>> vocabularies() {
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
}
