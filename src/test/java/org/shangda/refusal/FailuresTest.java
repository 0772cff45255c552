package org.shangda.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {

    private final SimpleMeterRegistry counted = new SimpleMeterRegistry();

    @BeforeEach
    void count() {
        Metrics.globalRegistry.add(counted);
        Tally.fromZero();
    }

    @AfterEach
    void countNoMore() {
        Metrics.globalRegistry.remove(counted);
    }

    private double failures() {
        return counted.get("shangda.failures").counter().count();
    }

    @Test
    void a_client_that_has_hung_up_is_no_failure_wherever_it_stands_among_the_causes(CapturedOutput output) {
        for (Throwable hungUp : new Throwable[] {
            new ClientAbortException(new EOFException()),
            new UncheckedIOException(new ClientAbortException()),
            new IllegalStateException(new IllegalArgumentException(new ClientAbortException("Broken pipe")))
        }) {
            assertThat(Failures.report(hungUp)).isEqualTo("-");
        }
        assertThat(failures()).isZero();
        assertThat(output.getAll()).doesNotContain("ERROR", "Failure ");
    }

    @Test
    void a_connection_of_the_products_own_that_breaks_is_a_failure_with_a_number(CapturedOutput output) {
        String number = Failures.report(new IllegalStateException(new SocketException("Connection reset")));

        assertThat(number).matches("[0-9a-f]{8}");
        assertThat(failures()).isOne();
        assertThat(output.getAll()).contains("ERROR", "Failure " + number);
    }

    @Test
    void what_somebody_wrote_is_in_no_description() {
        assertThat(Failures.describe(new IllegalArgumentException("教师公寓漏水", new IllegalStateException("陈宇"))))
                .contains("IllegalArgumentException", "IllegalStateException")
                .doesNotContain("漏水", "陈宇");
    }

    @Test
    void what_is_wrong_with_the_rules_is_said_wherever_it_stands_among_the_causes() {
        assertThat(Failures.describe(new IllegalArgumentException(
                        "教师公寓漏水", new Misconfigured("level-units: no row for college, first, problem"))))
                .contains("Misconfigured (level-units: no row for college, first, problem)")
                .doesNotContain("漏水");
    }
}
