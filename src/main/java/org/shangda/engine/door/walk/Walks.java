package org.shangda.engine.door.walk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through scenarios in a scratch engine, one after the other, and remembers what was seen. The engine is started with
 * the first walk.
 */
public class Walks implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Walks.class);

    /** A change of one diagram needs a handful. */
    private static final int MOST_REMEMBERED = 64;

    private final Map<String, Walked> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Walked> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private Scratch scratch;

    public synchronized List<Walked> walk(Collection<? extends Scenario> scenarios) {
        return scenarios.stream().map(this::walk).toList();
    }

    private Walked walk(Scenario scenario) {
        String digest = digest(scenario);
        Walked known = seen.get(digest);
        if (known == null) {
            if (scratch == null) {
                scratch = Scratch.start();
            }
            long before = System.nanoTime();
            known = new Walk(scratch, scenario).walk();
            seen.put(digest, known);
            log.info(
                    "Walked {}: {} places, {} moves, {} steps, {} ms.",
                    known.scenario(),
                    known.places().size(),
                    known.moves().size(),
                    known.steps(),
                    (System.nanoTime() - before) / 1_000_000);
        }
        return known;
    }

    static String digest(Scenario scenario) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((scenario.name() + "\n" + scenario.basis()).getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(scenario.files()).forEach((name, content) -> {
                digest.update(("\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(withoutLayout(content).getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where something is drawn changes nothing of how a case goes. */
    private static String withoutLayout(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        int from = text.indexOf("<bpmndi:BPMNDiagram");
        int to = text.lastIndexOf("</bpmndi:BPMNDiagram>");
        return from < 0 || to < from ? text.strip() : (text.substring(0, from) + text.substring(to)).strip();
    }

    @Override
    public synchronized void close() {
        if (scratch != null) {
            scratch.close();
            scratch = null;
        }
    }
}
