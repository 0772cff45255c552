package org.shangda.contact;

import java.time.LocalDate;
import java.util.List;
import org.shangda.refusal.Text;

/**
 * What a carrier writes down about the period, all pairs at once or some of them.
 *
 * @param contacts rows; one without date, way and anything else is not meant
 */
public record RegisterContacts(List<Row> contacts) {

    /**
     * One contact.
     *
     * @param pairing number of the pair
     * @param on the day on which it took place
     * @param way {@code visit}, {@code talk}, {@code remote}, {@code activity}, {@code report} or {@code condolence}
     * @param topics of {@code thought}, {@code study}, {@code work} and {@code life}; at least one, but none for a branch
     * @param actions what was done: {@code explained-policy}, {@code helped-work}, {@code helped-life},
     *     {@code coordinated}, {@code listened}, {@code guided-branch}; may be empty
     * @param note a few words that the colleague is asked to confirm, or null
     * @param raise whether it starts a concern, which the remaining fields describe as on its own form
     * @param consentWay how the colleague agreed, on the day of the contact
     */
    public record Row(
            @Text(max = 20, required = false) String pairing,
            LocalDate on,
            @Text(max = 40, required = false) String way,
            List<String> topics,
            List<String> actions,
            @Text(max = 500, required = false) String note,
            Boolean raise,
            @Text(max = 40, required = false) String type,
            @Text(max = 40, required = false) String category,
            @Text(max = 100, required = false) String title,
            @Text(max = 20_000, required = false) String description,
            @Text(max = 40, required = false) String travel,
            @Text(max = 40, required = false) String consentWay) {

        boolean isMeant() {
            return on != null
                    || filled(way)
                    || filled(note)
                    || raises()
                    || topics != null && !topics.isEmpty()
                    || actions != null && !actions.isEmpty();
        }

        boolean raises() {
            return Boolean.TRUE.equals(raise);
        }

        boolean hasNote() {
            return filled(note);
        }

        private static boolean filled(String text) {
            return text != null && !text.isBlank();
        }
    }
}
