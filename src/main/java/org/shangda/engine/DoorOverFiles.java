package org.shangda.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shangda.engine.door.Definition;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Product;
import org.shangda.engine.door.Rule;
import org.shangda.engine.door.Walker;
import org.shangda.engine.door.walk.Scenarios;
import org.shangda.engine.door.walk.Walks;
import org.shangda.words.WordKinds;
import org.shangda.work.Courses;
import org.shangda.work.WorkItems;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

/**
 * The product's door over files alone: no web server, no database, no engine. What the modules describe is read from their
 * {@code process} packages; what a description works with is not there, and nobody asks it.
 */
public final class DoorOverFiles implements AutoCloseable {

    private static final String HOUSE = "org.shangda";

    private final AnnotationConfigApplicationContext context;
    private final Walks walks = new Walks();
    private final Door door;
    private final Door reading;

    /**
     * @param inForce files by name, each defining what it is called after
     * @param known what the rules ask besides the files, for example the roster
     */
    public DoorOverFiles(Map<String, byte[]> inForce, Object... known) {
        DefaultListableBeanFactory described = new Described();
        for (Object one : known) {
            described.registerSingleton(one.toString(), one);
        }
        context = new AnnotationConfigApplicationContext(described);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.register(WorkItems.class, Courses.class);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(onTheProcessSide(new AnnotationTypeFilter(Configuration.class)));
        scanner.addIncludeFilter(onTheProcessSide(new AssignableTypeFilter(Rule.class)));
        scanner.addIncludeFilter(onTheProcessSide(new AssignableTypeFilter(Scenarios.class)));
        scanner.addIncludeFilter(ours(new AssignableTypeFilter(WordKinds.class)));
        scanner.scan(HOUSE);
        context.refresh();
        List<Definition> definitions = inForce.entrySet().stream()
                .map(file -> Definition.ofShipped(file.getKey(), file.getValue()))
                .toList();
        door = DoorConfiguration.door(context, () -> definitions, DoorConfiguration.walker(context, walks));
        reading = DoorConfiguration.door(context, () -> definitions, Walker.NOBODY);
    }

    private static TypeFilter onTheProcessSide(TypeFilter kind) {
        TypeFilter ours = ours(kind);
        return (type, metadata) ->
                type.getClassMetadata().getClassName().matches(".*\\.process\\.\\w+") && ours.match(type, metadata);
    }

    /** Only what the product itself brings: tests have such classes too. */
    private static TypeFilter ours(TypeFilter kind) {
        String self = DoorOverFiles.class.getName().replace('.', '/') + ".class";
        String classes = Objects.requireNonNull(DoorOverFiles.class.getResource("/" + self))
                .toString()
                .replace(self, "");
        return (type, metadata) ->
                type.getResource().getURL().toString().startsWith(classes) && kind.match(type, metadata);
    }

    /** As an administrator meets it. */
    public Door door() {
        return door;
    }

    /** The same without its walks, which take seconds. */
    public Door reading() {
        return reading;
    }

    public Product product() {
        return DoorConfiguration.product(context);
    }

    @Override
    public void close() {
        walks.close();
        context.close();
    }

    /** Gives nothing where there is nothing. */
    private static final class Described extends DefaultListableBeanFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public Object resolveDependency(
                DependencyDescriptor descriptor, String bean, Set<String> names, TypeConverter converter) {
            try {
                return super.resolveDependency(descriptor, bean, names, converter);
            } catch (NoSuchBeanDefinitionException missing) {
                return null;
            }
        }
    }
}
