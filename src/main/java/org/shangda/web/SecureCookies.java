package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine's pages write a cookie by hand, and without {@code Secure} even where the client came over TLS. */
@Component
class SecureCookies extends OncePerRequestFilter implements Ordered {

    @Override
    public int getOrder() {
        return CallersLanguage.ORDER + 2;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, request.isSecure() ? new OverTls(response) : response);
    }

    private static class OverTls extends HttpServletResponseWrapper {

        OverTls(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, secured(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, secured(name, value));
        }

        private static String secured(String name, String value) {
            boolean open = HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
                    && !value.toLowerCase(Locale.ROOT).contains("; secure")
                    && !value.toLowerCase(Locale.ROOT).contains(";secure");
            return open ? value + "; Secure" : value;
        }
    }
}
