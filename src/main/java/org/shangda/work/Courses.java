package org.shangda.work;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The processes of all modules. */
@Component
public class Courses {

    private final SingletonSupplier<Map<String, Course>> byProcess;

    /** @param courses read late, because the engine's own set-up needs the domain; two of one process are a mistake */
    Courses(ObjectProvider<Course> courses) {
        byProcess = SingletonSupplier.of(() -> courses.stream()
                .map(Course::complete)
                .collect(toMap(
                        Course::process,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("two courses of one process: " + one.process());
                        },
                        TreeMap::new)));
    }

    /** @param process id of a process in its diagram */
    public Optional<Course> of(String process) {
        return Optional.ofNullable(byProcess.obtain().get(process));
    }

    public Collection<Course> all() {
        return byProcess.obtain().values();
    }
}
