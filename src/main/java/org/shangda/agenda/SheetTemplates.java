package org.shangda.agenda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shangda.paper.WordTemplate;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The page on which the sheet is written: the office's where there is one that can be filled in, else the shipped one. A file that
 * is exchanged counts from the next sheet on; one that is wrong is said in the log, in health and to whoever asks for a sheet.
 */
@Component
class SheetTemplates implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(SheetTemplates.class);

    private static final AgendaHead NOBODY = new AgendaHead(null, null, null, null, null);

    private final SheetProperties properties;
    private final SheetWords words;
    private final Sentences say;

    /** The last one of each that was looked at, so that it is said once. */
    private final Map<Boolean, Looked> looked = new ConcurrentHashMap<>();

    SheetTemplates(SheetProperties properties, SheetWords words, Sentences say) {
        this.properties = properties;
        this.words = words;
        this.say = say;
    }

    /**
     * A file of the office.
     *
     * @param template null where it was refused
     * @param refusal null where it was not
     */
    private record Looked(byte[] file, WordTemplate template, Refusal refusal) {}

    WordTemplate inUse(boolean after) {
        Looked own = own(after);
        return own == null || own.template() == null ? shipped(after) : own.template();
    }

    List<String> notInUse() {
        return refused()
                .map(after -> say.of(
                        "agenda.sheet.not-in-use",
                        setting(after),
                        say.of(own(after).refusal())))
                .toList();
    }

    private Stream<Boolean> refused() {
        return Stream.of(false, true).filter(after -> {
            Looked own = own(after);
            return own != null && own.refusal() != null;
        });
    }

    /** Null where the office has none of its own. */
    private Looked own(boolean after) {
        Resource own = properties.of(after);
        if (own == null) {
            return null;
        }
        byte[] file = read(own);
        return looked.compute(
                after, (which, last) -> last != null && Arrays.equals(last.file(), file) ? last : look(which, file));
    }

    private Looked look(boolean after, byte[] file) {
        try {
            if (file.length == 0) {
                throw Refusal.invalid("agenda.sheet.no-file");
            }
            return new Looked(file, template(file, after), null);
        } catch (Refusal refusal) {
            log.warn(say.inEnglish(
                    "agenda.sheet.not-in-use", setting(after), say.inEnglish(refusal.code(), refusal.arguments())));
            return new Looked(file, null, refusal);
        }
    }

    /** Empty where it is not there or cannot be read. */
    private static byte[] read(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(WordTemplate.LARGEST + 1);
        } catch (IOException notThere) {
            return new byte[0];
        }
    }

    private WordTemplate template(byte[] file, boolean after) {
        return WordTemplate.of(file, words.head(NOBODY).keySet(), words.columns(after));
    }

    private WordTemplate shipped(boolean after) {
        String name = after ? "agenda-sheet-after.docx" : "agenda-sheet.docx";
        try {
            return template(new ClassPathResource("paper/" + name).getContentAsByteArray(), after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String setting(boolean after) {
        return "shangda.agenda.sheet." + (after ? "template-after" : "template");
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        Stream.of(false, true).forEach(this::own);
    }

    /** Up in any case, since sheets are written. Codes only, as elsewhere in health. */
    @Override
    public Health health() {
        List<String> refused = refused()
                .map(after -> setting(after) + ": " + own(after).refusal().code())
                .toList();
        return refused.isEmpty()
                ? Health.up().build()
                : Health.up().withDetail("notInUse", refused).build();
    }
}
