package org.shangda.engine;

import java.util.List;
import java.util.function.LongSupplier;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Finding;
import org.shangda.refusal.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the door finds in the files that are in force, over the roster of today: in the log as sentences when the product has
 * started, as a detail of health for whoever looks after it. Nothing stops because of it, since cases run on these files.
 */
@Component
class FilesInForce implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(FilesInForce.class);

    /** As long an answer is given again: whoever watches asks every few seconds. */
    private static final long FRESH_NANOS = 60_000_000_000L;

    /** More lines than these nobody reads. */
    private static final int MOST_LINES = 50;

    /** @param at when it was looked at, in nanoseconds */
    private record Looked(List<Finding> findings, long at) {}

    private final Door door;
    private final Sentences sentences;
    private final LongSupplier nanoTime;
    private volatile Looked last;

    @Autowired
    FilesInForce(Door door, Sentences sentences) {
        this(door, sentences, System::nanoTime);
    }

    FilesInForce(Door door, Sentences sentences, LongSupplier nanoTime) {
        this.door = door;
        this.sentences = sentences;
        this.nanoTime = nanoTime;
    }

    /** After the roster has been read, of which the files speak. */
    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        long before = nanoTime.getAsLong();
        List<Finding> findings = look();
        findings.stream()
                .limit(MOST_LINES)
                .forEach(finding -> log.warn("In force, though: {}", sentences.inEnglish(finding.line())));
        log.info(
                "Diagrams, tables and forms in force were understood in {} ms: {} findings.",
                (nanoTime.getAsLong() - before) / 1_000_000,
                findings.size());
    }

    private List<Finding> look() {
        List<Finding> findings;
        try {
            findings = door.examineInForce();
        } catch (RuntimeException unforeseen) {
            log.warn("What is in force could not be understood", unforeseen);
            findings = List.of();
        }
        last = new Looked(findings, nanoTime.getAsLong());
        return findings;
    }

    /** Up in any case. Only where and what kind, without the words: a cell may name anybody. */
    @Override
    public Health health() {
        Looked known = last;
        List<Finding> findings =
                known == null || nanoTime.getAsLong() - known.at() >= FRESH_NANOS ? look() : known.findings();
        List<String> wouldBeRefused = findings.stream()
                .filter(Finding::refuses)
                .limit(MOST_LINES)
                .map(finding -> (finding.file() + " " + finding.element() + ": " + finding.code()).replace(" :", ":"))
                .toList();
        return wouldBeRefused.isEmpty()
                ? Health.up().build()
                : Health.up().withDetail("wouldBeRefused", wouldBeRefused).build();
    }
}
