package org.shangda.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.work.Course.Who.EVERYBODY;
import static org.shangda.work.Course.Who.NOBODY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shangda.work.StartForm.Started;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;

class CoursesTest {

    record Nothing() {}

    private static final StartForm<Nothing> FORM =
            StartForm.of("begin", Nothing.class).starts((caller, nothing) -> new Started("1", Map.of()));

    @Test
    void a_process_is_found_by_its_id_and_one_that_nobody_described_is_not() {
        Courses courses = courses(
                Course.of("one").startedBy(EVERYBODY, FORM), Course.of("two").withTasks("UserTask_A"));
        assertThat(courses.of("one").flatMap(Course::startForm)).contains(FORM);
        assertThat(courses.of("two").orElseThrow().tasks()).containsExactly("UserTask_A");
        assertThat(courses.of("three")).isEmpty();
    }

    @Test
    void nobody_starts_a_process_of_which_nothing_else_is_said() {
        Course course = courses(Course.of("one")).of("one").orElseThrow();
        assertThat(course.starters()).isEqualTo(NOBODY);
        assertThat(course.startForm()).isEmpty();
    }

    @Test
    void two_descriptions_of_one_process_are_a_mistake() {
        assertThatThrownBy(() -> courses(Course.of("one"), Course.of("one")).all())
                .hasMessageContaining("one");
    }

    @Test
    void a_start_form_that_starts_nothing_is_a_mistake() {
        Course course = Course.of("one").startedBy(EVERYBODY, StartForm.of("begin", Nothing.class));
        assertThatThrownBy(() -> courses(course).all()).hasMessage("begin starts nothing");
    }

    private static Courses courses(Course... courses) {
        var beans = new StaticListableBeanFactory();
        for (int i = 0; i < courses.length; i++) {
            beans.addBean("course" + i, courses[i]);
        }
        return new Courses(beans.getBeanProvider(ResolvableType.forClass(Course.class)));
    }
}
