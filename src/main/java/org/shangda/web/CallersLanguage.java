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
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * English for whoever asks for it, Chinese for everybody else, in front of the security filters and of the engine's
 * pages too. The server alone would give its own language to callers that name none.
 */
@Component
class CallersLanguage extends OncePerRequestFilter implements Ordered {

    /** Before security (-100), which already answers with sentences. */
    static final int ORDER = -110;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        Locale language = english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        LocaleContextHolder.setLocale(language);
        try {
            chain.doFilter(new Speaking(request, language), response);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
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
