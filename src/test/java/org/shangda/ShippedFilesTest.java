package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shangda.engine.DoorOverFiles;

/** The product passes its own door. */
class ShippedFilesTest {

    @Test
    void the_shipped_files_pass_the_door_without_a_finding() {
        assertThat(ShippedDoor.open().examineInForce()).isEmpty();
        assertThat(ShippedDoor.open().examine(ShippedDoor.FILES)).isEmpty();
    }

    /** At every start. What is counted is computing, so that it does not matter what else the machine does. */
    @Test
    void understanding_what_is_in_force_takes_less_than_two_seconds() {
        try (DoorOverFiles fresh = ShippedDoor.over(ShippedDoor.FILES)) {
            var thread = ManagementFactory.getThreadMXBean();
            long before = thread.getCurrentThreadCpuTime();
            fresh.reading().examineInForce();
            Duration first = Duration.ofNanos(thread.getCurrentThreadCpuTime() - before);
            before = thread.getCurrentThreadCpuTime();
            fresh.reading().examineInForce();
            Duration again = Duration.ofNanos(thread.getCurrentThreadCpuTime() - before);

            System.out.printf(
                    "The shipped files pass the door in %d ms, again in %d ms.%n", first.toMillis(), again.toMillis());
            assertThat(first).isLessThan(Duration.ofSeconds(2));
        }
    }
}
