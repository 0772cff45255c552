package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.shangda.words.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * English for whoever asks for it, Chinese for everybody else, in front of the security filters and of the engine's
 * pages too. The server alone would give its own language to callers that name none. Whoever asks for a language that only
 * the table of words has gets its words in Chinese sentences.
 */
@Component
class CallersLanguage extends OncePerRequestFilter implements Ordered {

    /** Before security (-100), which already answers with sentences. */
    static final int ORDER = -110;

    private final Words words;

    CallersLanguage(Words words) {
        this.words = words;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Locale language = language(request);
        LocaleContextHolder.setLocale(language);
        try {
            chain.doFilter(new Speaking(request, language), response);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private Locale language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        String asked = request.getLocale().getLanguage();
        if (asked.equals(Locale.ENGLISH.getLanguage())) {
            return Locale.ENGLISH;
        }
        return asked.equals(Locale.CHINESE.getLanguage()) || !words.languages().contains(asked)
                ? Locale.SIMPLIFIED_CHINESE
                : Locale.forLanguageTag(asked);
    }

    /** For Spring's RequestContextFilter, which asks the request again. */
    private static class Speaking extends HttpServletRequestWrapper {

        private final Locale language;

        Speaking(HttpServletRequest request, Locale language) {
            super(request);
            this.language = language;
        }

        @Override
        public Locale getLocale() {
            return language;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(language));
        }
    }
}
