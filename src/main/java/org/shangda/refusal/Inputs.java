package org.shangda.refusal;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Refuses an input record whose fields break the constraints written on it. */
@Component
public class Inputs {

    private final Validator validator;

    Inputs(Validator validator) {
        this.validator = validator;
    }

    /**
     * @param input a record; the label of its field {@code x} is in the message files under {@code field.x}
     * @throws Refusal naming the first field, in alphabetical order, that is wrong
     */
    public void check(Object input) {
        validator.validate(input).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(violation -> {
                    throw Refusal.invalid(
                            violation.getMessageTemplate(),
                            label(violation.getPropertyPath().toString()),
                            limit(violation));
                });
    }

    /** A code was sent that is none of the field's. */
    public static Refusal unknown(String field) {
        return Refusal.invalid("code.unknown", label(field));
    }

    /** The beginning of a text. @param most characters, as a person counts them */
    public static String shortened(String text, int most) {
        return text.codePoints()
                .limit(most)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A text that may be left out: what holds nothing but spaces is kept as null. */
    public static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The field's label, resolved in the language of whoever reads the sentence. */
    public static MessageSourceResolvable label(String path) {
        // Of an element of a list, the list's: its path reads "categories[3].<list element>".
        String field = path.replaceFirst("\\[.*", "");
        return new DefaultMessageSourceResolvable(new String[] {"field." + field}, field);
    }

    private static Object limit(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAttributes().getOrDefault("max", "");
    }
}
