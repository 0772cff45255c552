package org.shangda.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Sentences;

/**
 * What was seen of something that stands still: what it is about, and where a cause has more than one reason, which; kept as one
 * text in the table {@code stalled}.
 *
 * @param about a code, or the name of a task or an element
 * @param reason code of a sentence {@code stalled.because.<code>} or of a refusal; null where the cause says it all
 * @param arguments of that sentence: codes, numbers, days, or why an operator has suspended it
 */
public record Detail(String about, String reason, List<String> arguments) {

    /** Characters that are kept. */
    private static final int MOST = 480;

    private static final String LINE = "\n";
    private static final String TAB = "\t";

    /** @param arguments null for an empty one */
    public static Detail of(String about, String reason, Object... arguments) {
        return new Detail(
                about,
                reason,
                Arrays.stream(arguments)
                        .map(one -> one == null ? "" : one.toString())
                        .toList());
    }

    /** @param stored null where nothing was seen besides */
    public static Detail read(String stored) {
        String[] parts = (stored == null ? "" : stored).split(LINE, 2);
        if (parts.length < 2) {
            return new Detail(parts[0], null, List.of());
        }
        List<String> reason = List.of(parts[1].split(TAB, -1));
        return new Detail(parts[0], reason.get(0), reason.subList(1, reason.size()));
    }

    public String stored() {
        String all = reason == null
                ? onOneLine(about)
                : onOneLine(about)
                        + LINE
                        + Stream.concat(Stream.of(reason), arguments.stream())
                                .map(Detail::onOneLine)
                                .collect(Collectors.joining(TAB));
        return Inputs.shortened(all, MOST);
    }

    private static String onOneLine(String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The reason as a sentence in the present language; empty without one. */
    String said(Sentences sentences) {
        if (reason == null) {
            return "";
        }
        String own = "stalled.because." + reason;
        return sentences.of(sentences.knows(own) ? own : reason, arguments.toArray());
    }
}
