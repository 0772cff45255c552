package org.shangda.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever somebody does with a concern is found under one kind of 已办. */
class ActsTest {

    /** Happen by themselves, or because somebody else has done something. */
    private static final Set<String> DONE_BY_NOBODY = Set.of(
            "REACHED",
            "SKIPPED",
            "RESUMED",
            "REMINDED",
            "SUPERVISED",
            "CLOSED",
            "HANDED_OVER",
            "DEADLINE_MOVED",
            "CLIMBED",
            "LEADER_REMINDED",
            "VACANT",
            "FILLED",
            "JOINED");

    /** Belong to what somebody has done, which is a step of its own. */
    private static final Set<String> NOT_DONE_ALONE = Set.of("RECEIVED", "TRIED", Acts.BESIDE_A_SIGNATURE);

    @Test
    void every_kind_of_step_is_found_under_one_kind_of_what_was_done_or_is_nobodys() throws ClassNotFoundException {
        List<String> steps = Arrays.stream(
                        Class.forName("org.shangda.concern.Step$Kind").getEnumConstants())
                .map(Object::toString)
                .toList();
        List<String> found = Stream.concat(
                        Acts.KINDS.values().stream().flatMap(Set::stream),
                        Stream.concat(DONE_BY_NOBODY.stream(), NOT_DONE_ALONE.stream()))
                .filter(kind -> !kind.equals("SIGNED"))
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(steps);
    }
}
