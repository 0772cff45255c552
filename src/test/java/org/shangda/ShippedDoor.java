package org.shangda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shangda.engine.Step;
import org.shangda.engine.door.Contract;
import org.shangda.engine.door.Definition;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Product;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.Rules;
import org.shangda.engine.door.Starter;
import org.shangda.engine.door.TableShape;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.work.Answer;
import org.shangda.work.Course;
import org.shangda.work.WorkItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Bean;

/**
 * The product's door with the product's rules, without engine, database and server: what the modules describe is read from
 * their classes, without what it works with. The shipped files are in force, programmes and units are the demonstration's.
 */
public final class ShippedDoor {

    private static final JavaClasses PROCESS_SIDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.shangda")
            .that(resideInAPackage("..process"));

    public static final Map<String, byte[]> FILES = files();

    private static final Door DOOR = door();

    private ShippedDoor() {}

    public static Door open() {
        return DOOR;
    }

    /** All that is shipped, by name without folder. */
    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : List.of("bpmn", "forms")) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                for (Path file : all.toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static Door door() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        Map<String, List<Answer>> answers = new TreeMap<>();
        beansOf(Step.class).forEach((name, step) -> {
            beans.addBean(name, step);
            answers.put(name, step.answers());
        });
        Collection<WorkItem<?>> items = new ArrayList<>();
        beansOf(WorkItem.class).values().forEach(item -> items.add((WorkItem<?>) item));
        List<Starter> starters = beansOf(Course.class).values().stream()
                .flatMap(course -> course.startForm().stream()
                        .map(form -> new Starter(form.id(), course.process(), form.values(), form.demanded())))
                .toList();
        Map<String, List<Answer>> starts = new TreeMap<>();
        beansOf(Course.class).values().forEach(course -> starts.put(course.process(), course.setsOut()));
        Map<String, byte[]> forms = new TreeMap<>(FILES);
        forms.keySet().removeIf(name -> !name.endsWith(".form"));
        Product product = new Product(
                items,
                starters,
                starts,
                beansOf(Contract.class).values(),
                answers,
                beansOf(TableShape.class).values(),
                forms);
        Rules rules = Rules.of(product, ofType(Rule.class).toList());
        List<Definition> inForce = FILES.entrySet().stream()
                .map(file -> Definition.ofShipped(file.getKey(), file.getValue()))
                .toList();
        return new Door(beans, () -> rules, () -> inForce);
    }

    private static <T> Stream<T> ofType(Class<T> kind) {
        return PROCESS_SIDE.stream()
                .filter(type -> type.isAssignableTo(kind) && !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> kind.cast(bare(type)));
    }

    private static <T> Map<String, T> beansOf(Class<T> kind) {
        Map<String, T> beans = new TreeMap<>();
        PROCESS_SIDE.stream()
                .flatMap(owner -> owner.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .filter(method -> method.getRawReturnType().isEquivalentTo(kind))
                .forEach(method -> {
                    try {
                        Method bean = method.reflect();
                        bean.setAccessible(true);
                        beans.put(bean.getName(), kind.cast(bean.invoke(bare(method.getOwner()), given(bean))));
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new AssertionError(e);
                    }
                });
        return beans;
    }

    private static Object bare(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(given(constructor));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Programmes and units are there; nothing else is. */
    private static Object[] given(Executable to) {
        return Arrays.stream(to.getGenericParameterTypes())
                .map(type -> {
                    String name = type.getTypeName();
                    if (!name.startsWith(ObjectProvider.class.getName())) {
                        return null;
                    }
                    if (name.contains(Programmes.class.getName())) {
                        return provider(Programmes.class, "all", programmes());
                    }
                    return name.contains(University.class.getName())
                            ? provider(University.class, "units", units())
                            : null;
                })
                .toArray();
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, String method, Object answer) {
        T one = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, args) -> {
            if (called.getName().equals(method)) {
                return answer;
            }
            throw new UnsupportedOperationException(called.getName());
        }));
        return new ObjectProvider<>() {
            @Override
            public T getObject() {
                return one;
            }
        };
    }

    private static List<Programme> programmes() {
        return Stream.of("zhejiang", "jilin", "shandong", "usst", "teaching-branch")
                .map(code -> new Programme(code, code, code, code, LocalDate.EPOCH, null, false))
                .toList();
    }

    private static List<Unit> units() {
        try (Stream<String> rows = Files.lines(Path.of("src/main/resources/demo/units.csv"))) {
            return rows.skip(1)
                    .map(row -> row.split(",", -1))
                    .map(cells -> new Unit(cells[0], cells[1], cells[2], cells[3], cells[4], null, null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
