package org.shangda.engine.door.walk;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shangda.engine.Step;
import org.shangda.work.Answer;
import org.shangda.work.Course;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;

/** The shipped files, with what the modules declare, without starting anything. */
public final class Shipped {

    private Shipped() {}

    public static Map<String, byte[]> files() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.collect(
                    toMap(file -> file.getFileName().toString(), Shipped::bytes, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Declared declared() {
        Map<String, List<Answer>> starts = new TreeMap<>();
        described(Course.class).values().forEach(course -> starts.put(course.process(), course.setsOut()));
        Map<String, WorkItem<?>> items = new TreeMap<>();
        described(WorkItem.class).forEach((name, item) -> items.put(item.key(), item));
        return new Declared(
                starts,
                items.entrySet().stream()
                        .collect(
                                toMap(Map.Entry::getKey, item -> item.getValue().answers())),
                described(Step.class).entrySet().stream()
                        .collect(
                                toMap(Map.Entry::getKey, step -> step.getValue().answers())),
                items.values().stream()
                        .filter(WorkItem::isStanding)
                        .map(WorkItem::key)
                        .collect(toSet()));
    }

    private static <T> Map<String, T> described(Class<T> kind) {
        Map<String, T> beans = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.shangda").stream()
                        .filter(owner -> owner.getPackageName().endsWith(".process"))
                        .flatMap(owner -> owner.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Bean.class))
                        .filter(method -> method.getRawReturnType().isEquivalentTo(kind))
                        .forEach(method -> beans.put(method.getName(), kind.cast(bean(method))));
        return beans;
    }

    /** What a description works with is not needed to describe it. */
    private static Object bean(JavaMethod method) {
        try {
            Constructor<?> owner = method.getOwner().reflect().getDeclaredConstructors()[0];
            owner.setAccessible(true);
            Method bean = method.reflect();
            bean.setAccessible(true);
            return bean.invoke(
                    owner.newInstance(new Object[owner.getParameterCount()]), new Object[bean.getParameterCount()]);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
