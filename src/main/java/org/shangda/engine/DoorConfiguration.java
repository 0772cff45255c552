package org.shangda.engine;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.shangda.engine.door.Contract;
import org.shangda.engine.door.Definition;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Product;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.Rules;
import org.shangda.engine.door.Starter;
import org.shangda.engine.door.TableShape;
import org.shangda.engine.door.Walker;
import org.shangda.engine.door.walk.Declared;
import org.shangda.engine.door.walk.ProposedWalks;
import org.shangda.engine.door.walk.Scenarios;
import org.shangda.engine.door.walk.Walks;
import org.shangda.work.Answer;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;

/** The door, with the rules of all modules. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

    /** The engine in which proposed diagrams run starts with the first walk, and ends with the product. */
    @Bean
    static Walks walks() {
        return new Walks();
    }

    @Bean
    static Door door(ListableBeanFactory beans, InForce inForce, Walks walks) {
        return door(beans, inForce, walker(beans, walks));
    }

    /**
     * The rules are put together when somebody first deploys, because the engine's own set-up needs the domain.
     *
     * @param beans whatever the modules describe, by the names that diagrams call it
     */
    static Door door(ListableBeanFactory beans, Supplier<Collection<Definition>> inForce, Walker walker) {
        return new Door(
                beans,
                SingletonSupplier.of(() -> Rules.of(
                        product(beans), beans.getBeansOfType(Rule.class).values()))::obtain,
                inForce,
                walker);
    }

    static Walker walker(ListableBeanFactory beans, Walks walks) {
        return new ProposedWalks(
                walks,
                SingletonSupplier.of(() -> Declared.of(product(beans)))::obtain,
                () -> beans.getBeansOfType(Scenarios.class).values());
    }

    static Product product(ListableBeanFactory beans) {
        WorkItems items = beans.getBean(WorkItems.class);
        Collection<Course> courses = beans.getBean(Courses.class).all();
        return new Product(
                items.withTemplates(),
                courses.stream()
                        .flatMap(course -> course.startForm().stream()
                                .map(form -> new Starter(form.id(), course.process(), form.values(), form.demanded())))
                        .toList(),
                courses.stream().collect(toMap(Course::process, Course::setsOut)),
                beans.getBeansOfType(Contract.class).values(),
                answers(beans),
                beans.getBeansOfType(TableShape.class).values(),
                forms());
    }

    private static Map<String, List<Answer>> answers(ListableBeanFactory beans) {
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        beans.getBeansOfType(Step.class).forEach((name, step) -> answers.put(name, step.answers()));
        return answers;
    }

    private static Map<String, byte[]> forms() {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        try {
            for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
                forms.put(form.getFilename(), form.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forms;
    }
}
