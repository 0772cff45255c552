package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * English for whoever asks for it, Chinese for everybody else, in front of the security filters and of the engine's
 * pages too. Spring's own filter would take the server's language for callers that name none.
 */
@Component
class CallersLanguage extends OncePerRequestFilter implements Ordered {

    /** After Spring's RequestContextFilter (-105), which it corrects and which cleans up; before security (-100). */
    static final int ORDER = -104;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        LocaleContextHolder.setLocale(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        chain.doFilter(request, response);
    }
}
