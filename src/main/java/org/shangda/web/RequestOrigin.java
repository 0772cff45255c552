package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.shangda.account.KnownBrowsers;
import org.shangda.account.LoginOrigin;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the present request comes from, and what it has shown so far. */
@Component
class RequestOrigin extends OncePerRequestFilter implements LoginOrigin, Ordered {

    private static final String COOKIE = "SHANGDA-BROWSER";
    private static final String PROVED = RequestOrigin.class.getName();

    private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

    private record Proof(String account, String stamp) {}

    private final ThreadLocal<Exchange> present = new ThreadLocal<>();

    /** Before whatever looks at passwords or sessions. Spring's own filter for this comes after security here. */
    @Override
    public int getOrder() {
        return -106;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        present.set(new Exchange(request, response));
        try {
            chain.doFilter(request, response);
        } finally {
            present.remove();
        }
    }

    @Override
    public Optional<String> address() {
        return request().map(HttpServletRequest::getRemoteAddr);
    }

    @Override
    public Optional<String> browser() {
        return request()
                .flatMap(request -> Stream.ofNullable(request.getCookies())
                        .flatMap(Arrays::stream)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst());
    }

    @Override
    public void proved(String account, String stamp) {
        request().ifPresent(request -> request.setAttribute(PROVED, new Proof(account, stamp)));
    }

    /** The stamp of the password with which the present request has logged in. */
    Optional<String> proof(String account) {
        return request()
                .map(request -> (Proof) request.getAttribute(PROVED))
                .filter(proof -> proof.account().equals(account))
                .map(Proof::stamp);
    }

    /** The session in which one sets one's own password goes on; the others end. */
    @Override
    public void renewing(String account, String stamp) {
        request().map(request -> request.getSession(false)).ifPresent(session -> LoginSessions.allow(session, stamp));
    }

    /** The browser brings this from now on when somebody logs in. */
    void markBrowser(String secret) {
        exchange().ifPresent(exchange -> mark(exchange, secret));
    }

    private static void mark(Exchange exchange, String secret) {
        exchange.response()
                .addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, secret)
                                .path("/")
                                .httpOnly(true)
                                .secure(exchange.request().isSecure())
                                .sameSite("Lax")
                                .maxAge(KnownBrowsers.KNOWN)
                                .build()
                                .toString());
    }

    private Optional<HttpServletRequest> request() {
        return exchange().map(Exchange::request);
    }

    private Optional<Exchange> exchange() {
        return Optional.ofNullable(present.get());
    }
}
