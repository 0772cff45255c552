package org.shangda.refusal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Something a person types. Kept and shown as typed: emoji, markup and wildcards are ordinary characters. Refused are
 * only characters that no screen shows and PostgreSQL cannot store (NUL and other controls, halves of a surrogate pair).
 */
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {

    /** Most characters, counted as a person counts them (Unicode code points). */
    int max();

    boolean required() default true;

    String message() default "text.unreadable";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Text, String> {

        private Text text;

        @Override
        public void initialize(Text annotation) {
            text = annotation;
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            String problem = problem(value, text.max(), text.required());
            if (problem == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(problem).addConstraintViolation();
            return false;
        }

        /** Code of the sentence that says what is wrong with a text, null when nothing is. */
        public static String problem(String value, int max, boolean required) {
            if (value == null || value.isBlank()) {
                return required ? "text.missing" : null;
            }
            if (value.codePointCount(0, value.length()) > max) {
                return "text.too-long";
            }
            return value.codePoints().allMatch(Validator::storable) ? null : "text.unreadable";
        }

        private static boolean storable(int character) {
            boolean control = Character.getType(character) == Character.CONTROL;
            boolean lineEnd = character == '\n' || character == '\r' || character == '\t';
            return Character.getType(character) != Character.SURROGATE && (!control || lineEnd);
        }
    }
}
