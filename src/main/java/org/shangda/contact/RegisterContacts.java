package org.shangda.contact;

import java.time.LocalDate;
import java.util.List;
import org.shangda.refusal.Text;

/**
 * What a carrier writes down about the period, all pairs at once or some of them. What was the same for several is said once,
 * and holds for a row that is meant and says nothing else; it makes no contact by itself.
 *
 * @param commonDay of every row without a day of its own, or null
 * @param commonWay of every row without a way of its own, or null
 * @param commonTopics of every row about a person without topics of its own, or null
 * @param contacts rows; one without date, way and anything else is not meant
 */
public record RegisterContacts(
        LocalDate commonDay,
        @Text(max = 40, required = false) String commonWay,
        List<String> commonTopics,
        List<Row> contacts) {

    /** @param person whether the row is about somebody, not about a branch, which has no topics */
    Row whole(Row row, boolean person) {
        return new Row(
                row.pairing,
                row.met,
                row.on == null ? commonDay : row.on,
                Row.filled(row.way) ? row.way : commonWay,
                person && Row.isNone(row.topics) ? commonTopics : row.topics,
                row.actions,
                row.note,
                row.raise,
                row.type,
                row.category,
                row.title,
                row.description,
                row.travel,
                row.consentWay);
    }

    /**
     * One contact.
     *
     * @param pairing number of the pair
     * @param met whether there was a contact at all; whatever else is filled in says so too
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
            Boolean met,
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
            return Boolean.TRUE.equals(met)
                    || on != null
                    || filled(way)
                    || filled(note)
                    || raises()
                    || !isNone(topics)
                    || !isNone(actions);
        }

        private static boolean isNone(List<String> codes) {
            return codes == null || codes.isEmpty();
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
