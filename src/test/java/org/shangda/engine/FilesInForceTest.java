package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangda.ShippedDoor;
import org.shangda.refusal.Sentences;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A table that was accepted once names a unit that has left the roster meanwhile. */
@ExtendWith(OutputCaptureExtension.class)
class FilesInForceTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looked = new AtomicInteger();
    private final DoorOverFiles door = ShippedDoor.over(files());
    private final FilesInForce inForce = new FilesInForce(door.reading(), sentences(), () -> {
        looked.incrementAndGet();
        return nanos.get();
    });

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>(ShippedDoor.FILES);
        files.computeIfPresent(
                "level-units.dmn",
                (name, table) -> new String(table, StandardCharsets.UTF_8)
                        .replace("\"dxb\"", "\"gone\"")
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Sentences(messages);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void the_log_says_it_in_sentences_when_the_product_has_started(CapturedOutput log) {
        inForce.ready();

        assertThat(log.getOut())
                .containsPattern("In force, though: level-units.dmn \\(Rule_\\w+「.*\\): .*gone")
                .contains("were understood in 0 ms")
                .doesNotContain("Finding[");
    }

    @Test
    void health_says_where_and_what_kind_without_the_words_and_stays_up() {
        inForce.ready();
        Health health = inForce.health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails().get("wouldBeRefused").toString())
                .containsPattern("level-units.dmn Rule_\\w+: cell")
                .doesNotContain("gone", "「");
    }

    @Test
    void whoever_asks_every_few_seconds_gets_the_same_answer_for_a_minute() {
        Health first = inForce.health();
        int after = looked.get();
        nanos.addAndGet(59_000_000_000L);
        assertThat(inForce.health()).isEqualTo(first);
        assertThat(looked.get()).as("asked for the time, and not looked again").isEqualTo(after + 1);

        nanos.addAndGet(2_000_000_000L);
        inForce.health();
        assertThat(looked.get()).isGreaterThan(after + 2);
    }
}
