package org.shangda.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shangda.engine.door.Contract;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Product;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.Rules;
import org.shangda.engine.door.Starter;
import org.shangda.engine.door.TableShape;
import org.shangda.work.Answer;
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

    /** The rules are put together when somebody first deploys, because the engine's own set-up needs the domain. */
    @Bean
    static Door door(ListableBeanFactory beans, InForce inForce) {
        return new Door(beans, SingletonSupplier.of(() -> rules(beans))::obtain, inForce);
    }

    private static Rules rules(ListableBeanFactory beans) {
        WorkItems items = beans.getBean(WorkItems.class);
        Product product = new Product(
                items.withTemplates(),
                beans.getBean(Courses.class).all().stream()
                        .flatMap(course -> course.startForm().stream()
                                .map(form -> new Starter(form.id(), course.process(), form.values(), form.demanded())))
                        .toList(),
                beans.getBeansOfType(Contract.class).values(),
                answers(beans),
                beans.getBeansOfType(TableShape.class).values(),
                forms());
        return Rules.of(product, beans.getBeansOfType(Rule.class).values());
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
