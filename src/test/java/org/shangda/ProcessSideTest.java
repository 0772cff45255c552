package org.shangda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.shangda.engine.Step;
import org.shangda.work.Course;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;

/** A reader finds what people do, and what a diagram calls, in the same two places of every module. */
class ProcessSideTest {

    private static final JavaClasses PROCESS_SIDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.shangda")
            .that(resideInAPackage("org.shangda..process"));

    @Test
    void what_people_do_and_start_is_described_in_the_modules_class_of_work() {
        stands(WorkItem.class, "Work");
        stands(Course.class, "Work");
    }

    @Test
    void what_a_diagram_calls_stands_in_the_modules_class_of_delegates() {
        stands(Step.class, "Delegates");
    }

    private static void stands(Class<?> described, String where) {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .and()
                .haveRawReturnType(described)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith(where)
                .check(PROCESS_SIDE);
    }
}
