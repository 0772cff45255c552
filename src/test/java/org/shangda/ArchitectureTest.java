package org.shangda;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.engine.EngineAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.core.ApplicationModules;

/** How the house is divided; docs/architecture.md says why. A package that is not listed here has no place yet. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.shangda");

    private static final String HOUSE = "org.shangda";

    private static final String[] ENGINES_SIDE = {
        "..process", "..engine", "..engine.door..", "..engine.running", "..engine.versions"
    };

    /** Each package, and what of the house it may use besides itself. */
    static Stream<Arguments> arrows() {
        return Stream.of(
                arguments("refusal", List.of()),
                arguments("numbering", List.of()),
                arguments("attachment", List.of("numbering", "refusal")),
                arguments("attachment.web", List.of("attachment")),
                arguments("programme", List.of("university", "refusal")),
                arguments("words", List.of("refusal")),
                arguments("programme.process", List.of("words", "programme", "university", "engine.door", "refusal")),
                arguments("programme.web", List.of("programme", "engine", "refusal")),
                arguments("tables", List.of()),
                arguments("university", List.of("words", "tables", "refusal")),
                arguments("university.web", List.of("university", "refusal")),
                arguments("work", List.of("words", "university", "calendar", "refusal")),
                arguments("work.process", List.of()),
                arguments("calendar", List.of("tables", "numbering", "refusal")),
                arguments("calendar.web", List.of("calendar", "refusal")),
                arguments("account", List.of("numbering", "refusal")),
                arguments("account.web", List.of("account", "refusal")),
                arguments("engine.door", List.of("work", "refusal")),
                arguments("engine.versions", List.of("engine.door", "words", "numbering", "refusal")),
                arguments("engine.running", List.of("engine", "engine.door", "work", "refusal")),
                arguments("engine.web", List.of("engine.versions engine.running engine work paper refusal".split(" "))),
                arguments("engine.door.walk", List.of("engine.door", "work")),
                arguments(
                        "engine",
                        List.of(
                                "words engine.door engine.door.walk engine.versions account work university numbering refusal"
                                        .split(" "))),
                arguments(
                        "concern",
                        List.of("attachment agenda words work university programme calendar numbering refusal"
                                .split(" "))),
                arguments(
                        "concern.process",
                        List.of(
                                "words concern attachment programme university calendar work engine engine.door engine.door.walk refusal"
                                        .split(" "))),
                arguments("concern.web", List.of("concern", "attachment", "engine", "paper", "work", "refusal")),
                arguments(
                        "pairing",
                        List.of(
                                "words",
                                "work",
                                "university",
                                "programme",
                                "calendar",
                                "tables",
                                "numbering",
                                "refusal")),
                arguments("pairing.process", List.of("words", "pairing", "work", "engine", "engine.door")),
                arguments("pairing.web", List.of("pairing", "engine", "refusal")),
                arguments(
                        "contact",
                        List.of(
                                "words",
                                "pairing",
                                "concern",
                                "work",
                                "university",
                                "programme",
                                "calendar",
                                "numbering",
                                "refusal")),
                arguments("contact.process", List.of("words", "contact", "work", "engine", "engine.door", "refusal")),
                arguments("contact.web", List.of("contact", "refusal")),
                arguments("bulletin", List.of("words", "work", "university", "numbering", "refusal")),
                arguments("bulletin.process", List.of("bulletin", "work", "engine.door")),
                arguments("bulletin.web", List.of("bulletin")),
                arguments(
                        "notification",
                        List.of(
                                "words",
                                "account",
                                "work",
                                "university",
                                "calendar",
                                "concern",
                                "contact",
                                "reporting",
                                "monitoring",
                                "refusal")),
                arguments("notification.process", List.of("notification", "work", "university", "engine")),
                arguments(
                        "reporting",
                        List.of(
                                "words",
                                "concern",
                                "pairing",
                                "work",
                                "university",
                                "programme",
                                "calendar",
                                "numbering",
                                "paper",
                                "refusal")),
                arguments(
                        "reporting.process", List.of("words", "reporting", "work", "engine", "engine.door", "refusal")),
                arguments("paper", List.of("tables", "refusal")),
                arguments("agenda", List.of("paper", "refusal")),
                arguments("reporting.web", List.of("reporting", "paper", "refusal")),
                arguments(
                        "monitoring",
                        List.of("words work concern university programme calendar paper refusal".split(" "))),
                arguments("monitoring.outside", List.of("programme", "university", "calendar", "refusal")),
                arguments(
                        "monitoring.process",
                        List.of(
                                "monitoring monitoring.outside engine engine.door engine.running engine.versions numbering programme university work refusal"
                                        .split(" "))),
                arguments("monitoring.web", List.of("monitoring", "engine", "paper", "words")),
                arguments(
                        "register",
                        List.of("words work monitoring concern university calendar paper refusal".split(" "))),
                arguments("register.web", List.of("register", "paper")),
                arguments("web", List.of("words", "account", "engine", "paper", "refusal")));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void a_package_uses_only_what_is_below_it(String from, List<String> below) {
        String[] allowed = Stream.concat(Stream.of(from), below.stream())
                .map(name -> HOUSE + "." + name)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(HOUSE + "." + from)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed).or(DescribedPredicate.not(resideInAPackage(HOUSE + ".."))))
                .check(PRODUCT);
    }

    @Test
    void every_package_has_its_place() {
        Set<String> placed =
                arrows().map(arguments -> HOUSE + "." + arguments.get()[0]).collect(Collectors.toSet());
        assertThat(PRODUCT.stream().map(JavaClass::getPackageName).filter(name -> !name.equals(HOUSE)))
                .isSubsetOf(placed);
    }

    @Test
    void modules_have_no_cycles_and_keep_their_nested_packages_to_themselves() {
        ApplicationModules.of(ShangdaApplication.class).verify();
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void nobody_uses_the_outermost_packages() {
        for (String outermost : List.of("process", "web")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(".." + outermost)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(HOUSE + ".." + outermost)
                    .check(PRODUCT);
        }
    }

    @Test
    void only_the_engines_side_knows_camunda() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENGINES_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(PRODUCT);
    }

    @Test
    void only_the_web_side_knows_http() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web")
                .and()
                .doNotBelongToAnyOf(EngineAnswers.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.security.web..",
                        "jakarta.servlet..")
                .check(PRODUCT);
        // The engine's own API is JAX-RS: a refusal or a failure inside it takes its form in engine.
        noClasses()
                .that()
                .resideOutsideOfPackage("..engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(PRODUCT);
    }

    @Test
    void the_domain_counts_in_instants_and_the_products_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ENGINES_SIDE)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(PRODUCT);
        noClasses()
                .that()
                .doNotBelongToAnyOf(ShangdaApplication.class)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "reads the machine's time",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                        && call.getName().startsWith("system")
                                || call.getTargetOwner().getPackageName().equals("java.time")
                                        && call.getName().equals("now")
                                        && call.getTarget()
                                                .getRawParameterTypes()
                                                .isEmpty()
                                || call.getTargetOwner().isEquivalentTo(System.class)
                                        && call.getName().equals("currentTimeMillis")))
                .check(PRODUCT);
    }

    @Test
    void what_the_engine_calls_is_hidden() {
        classes()
                .that()
                .areAssignableTo(JavaDelegate.class)
                .or()
                .areAssignableTo(TaskListener.class)
                .or()
                .areAssignableTo(ExecutionListener.class)
                .and()
                .areNotInterfaces()
                .should()
                .bePackagePrivate()
                .check(PRODUCT);
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("..process")
                .should()
                .bePackagePrivate()
                .check(PRODUCT);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO)")
                .check(PRODUCT);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..manager..", "..config..")
                .check(PRODUCT);
    }

    @Test
    void what_is_rolled_back_says_so_to_the_template_that_began_it() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.transaction.interceptor..")
                .check(PRODUCT);
    }

    @Test
    void nothing_prints_or_waits() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(PRODUCT);
    }
}
