package org.shangda.work;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody filled in a field that an administrator has added to a form. The form's record does not know it, so it is
 * kept as text under the label that it had.
 *
 * @param key of the field, within its form
 * @param label at most {@link #LONGEST_LABEL} characters
 * @param text what was filled in, in words: of a choice its label; at most {@link #LONGEST} characters
 */
public record AddedField(String key, String label, String text) {

    /** Fields beyond its record that one form may have. */
    public static final int MOST = 10;

    public static final int LONGEST_LABEL = 100;

    public static final int LONGEST = 2_000;

    /** As it is read: a line for each field. */
    public static String inWords(List<AddedField> fields) {
        return fields.stream().map(field -> field.label + "：" + field.text).collect(Collectors.joining("\n"));
    }
}
