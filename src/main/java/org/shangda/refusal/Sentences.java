package org.shangda.refusal;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The sentences of the message files, in the language of the caller or in a given one. */
@Component
public class Sentences {

    private final MessageSource messages;

    public Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** The language of the present request; Chinese where there is none. */
    public static Locale language() {
        return LocaleContextHolder.getLocaleContext() == null
                ? Locale.SIMPLIFIED_CHINESE
                : LocaleContextHolder.getLocale();
    }

    /** Several things, as the language of the present request puts them beside each other. */
    public static String listed(Collection<String> things) {
        return String.join(between(), things);
    }

    /** The same of a stream. */
    public static Collector<CharSequence, ?, String> listing() {
        return Collectors.joining(between());
    }

    private static String between() {
        return language().getLanguage().equals(Locale.CHINESE.getLanguage()) ? "、" : ", ";
    }

    /** In the language of the present request; Chinese where there is none. */
    public String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, language());
    }

    /** In the language of the present request; Chinese where there is none. */
    public String of(Refusal refusal) {
        return of(refusal.code(), refusal.arguments());
    }

    /** Whether somebody has written a sentence for the code. */
    public boolean knows(String code) {
        return messages.getMessage(code, null, null, Locale.SIMPLIFIED_CHINESE) != null;
    }

    public String inChinese(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    public String inEnglish(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.ENGLISH);
    }

    public String inChinese(MessageSourceResolvable said) {
        return messages.getMessage(said, Locale.SIMPLIFIED_CHINESE);
    }

    public String inEnglish(MessageSourceResolvable said) {
        return messages.getMessage(said, Locale.ENGLISH);
    }
}
