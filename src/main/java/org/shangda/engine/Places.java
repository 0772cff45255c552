package org.shangda.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.shangda.university.Office;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.shangda.work.OwnPage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Where somebody may go from the desk: what they may start, and what else is theirs to look at. */
@Component
@EnableConfigurationProperties(GuideProperties.class)
public class Places {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsTheProduct asTheProduct;
    private final Courses courses;
    private final University university;
    private final DrawnNames names;
    private final GuideProperties guides;
    private final List<OwnPage> pages;

    /** @param engine provided late, because the engine's own set-up needs the domain */
    Places(
            ObjectProvider<ProcessEngine> engine,
            AsTheProduct asTheProduct,
            Courses courses,
            University university,
            DrawnNames names,
            GuideProperties guides,
            List<OwnPage> pages) {
        this.engine = engine;
        this.asTheProduct = asTheProduct;
        this.courses = courses;
        this.university = university;
        this.names = names;
        this.guides = guides;
        this.pages = pages;
    }

    /** @param process id of the process in its diagram; name, in the caller's language */
    public record Start(String process, String name) {}

    /**
     * @param guide page of the users' guide that is about what the person does
     * @param handles whether they answer for some unit
     * @param pages of those that are for some people only, which are for this one
     */
    public record Open(
            String person,
            String name,
            List<Start> starts,
            String guide,
            boolean handles,
            boolean operates,
            boolean administers,
            List<String> pages) {}

    /** @param groups the person's, in the engine */
    public Open of(String person, List<String> groups) {
        boolean operates = groups.contains(GroupRights.OPERATORS);
        boolean administers = groups.contains(Callers.ADMINISTRATORS);
        return new Open(
                person,
                university.nameOf(person),
                starts(groups),
                administers ? "administrator" : operates ? "operator" : guide(person),
                groups.contains(GroupRights.HANDLERS),
                operates,
                administers,
                pages.stream()
                        .filter(page -> page.isFor(person))
                        .map(OwnPage::name)
                        .toList());
    }

    /** What most people look for comes first: what everybody may start. */
    private List<Start> starts(List<String> groups) {
        Set<String> open = courses.all().stream()
                .filter(course -> course.startForm().isPresent() && isOneOf(course.starters(), groups))
                .map(Course::process)
                .collect(Collectors.toSet());
        return asTheProduct
                .call(() -> engine.getObject()
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .stream()
                .filter(definition -> open.contains(definition.getKey()) && !definition.isSuspended())
                .sorted(Comparator.comparing((ProcessDefinition definition) ->
                                courses.of(definition.getKey()).orElseThrow().starters())
                        .thenComparing(ProcessDefinition::getKey))
                .map(definition -> new Start(definition.getKey(), names.of(definition)))
                .toList();
    }

    private static boolean isOneOf(Course.Who who, List<String> groups) {
        return switch (who) {
            case EVERYBODY -> groups.contains(GroupRights.STAFF);
            case HANDLERS -> groups.contains(GroupRights.HANDLERS);
            case NOBODY -> false;
        };
    }

    private String guide(String person) {
        return university.officesOf(person).stream()
                .map(office -> guide(office, kind(office)))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> withoutOffice(person))
                .page;
    }

    /** Party members are those who are paired with colleagues. */
    private Guide withoutOffice(String person) {
        return university.person(person).filter(Person::partyMember).isPresent() ? Guide.MEMBER : Guide.COLLEAGUE;
    }

    private String kind(Office office) {
        return university.unit(office.unit()).map(unit -> unit.kind()).orElse("");
    }

    private Guide guide(Office office, String kind) {
        boolean clerk = office.role().equals("clerk");
        if (kind.equals("branch")) {
            return office.role().equals("member") ? Guide.MEMBER : Guide.BRANCH;
        }
        if (clerk) {
            return kind.equals("college") ? Guide.COLLEGE : guideOfDepartment(office.unit());
        }
        return office.role().equals("head") || office.role().equals("deputy") ? Guide.HEAD : Guide.COLLEAGUE;
    }

    private Guide guideOfDepartment(String unit) {
        if (guides.organizationDepartment().contains(unit)) {
            return Guide.ORGANIZATION_DEPARTMENT;
        }
        if (guides.assigningOffice().contains(unit)) {
            return Guide.ASSIGNING_OFFICE;
        }
        return guides.personnelOffice().contains(unit) ? Guide.PERSONNEL_OFFICE : Guide.DEPARTMENT;
    }

    /** Of somebody with several offices, the one with most to do at the desk comes first. */
    private enum Guide {
        COLLEGE("college-clerk"),
        ORGANIZATION_DEPARTMENT("organization-department"),
        ASSIGNING_OFFICE("assigning-office"),
        PERSONNEL_OFFICE("personnel-office"),
        DEPARTMENT("department-clerk"),
        BRANCH("branch-secretary"),
        HEAD("head"),
        MEMBER("member"),
        COLLEAGUE("colleague");

        private final String page;

        Guide(String page) {
            this.page = page;
        }
    }
}
