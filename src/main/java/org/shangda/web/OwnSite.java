package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page makes a browser send: a browser brings cookies and remembered logins along, whoever
 * asks it to. Where a page comes from is told by {@code Sec-Fetch-Site} (over TLS and to localhost only), {@code Origin} and
 * {@code Referer}; each of them that is there has to say: from here. A browser that says nothing is refused as well. A
 * program has no page, and is let through.
 */
@Component
class OwnSite extends OncePerRequestFilter implements Ordered {

    /** Where a page sends the token that only pages from here can read. */
    static final String TOKEN = "X-XSRF-TOKEN";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> SAME = Set.of("same-origin", "none");
    private static final List<String> BROWSERS_HEADERS =
            List.of("Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-CH-UA", "Upgrade-Insecure-Requests");

    /** What a form of HTML can send, and therefore a page without asking first. */
    private static final List<String> FORMS =
            List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    /** Camunda Modeler is a page too, of a file on its user's disk. No site's page can say so; browsers' say {@code null}. */
    private static final String MODELER = "file://";

    private final String publicAddress;
    private final ObjectProvider<Problems> problems;

    OwnSite(@Value("${shangda.base-url:}") String baseUrl, ObjectProvider<Problems> problems) {
        this.publicAddress = origin(baseUrl);
        this.problems = problems;
    }

    /** Once the caller's language is known and the address is in order, before security (-100). */
    @Override
    public int getOrder() {
        return -102;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isReading(request) && isForged(request)) {
            problems.getObject().write(response, HttpStatus.FORBIDDEN, "web.from-elsewhere");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isForged(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (MODELER.equals(origin) && isProgramsLogin(request)) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (site == null && origin == null && referer == null) {
            return isBrowsers(request);
        }
        return site != null && !SAME.contains(site)
                || origin != null && !isHere(origin, request)
                || referer != null && !isHere(referer, request);
    }

    private boolean isHere(String page, HttpServletRequest request) {
        String origin = origin(page);
        return !origin.isEmpty() && (origin.equals(ownAddress(request)) || origin.equals(publicAddress));
    }

    /** As the client, or the proxy in front, asked for it. */
    private static String ownAddress(HttpServletRequest request) {
        return origin(request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
    }

    private static boolean isBrowsers(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent != null && agent.startsWith("Mozilla/")
                || BROWSERS_HEADERS.stream().anyMatch(header -> request.getHeader(header) != null)
                || request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null && isForm(request)
                // A token that only our own pages can read proves as much as where the page comes from.
                || bringsLogin(request) && request.isRequestedSessionIdFromCookie() && request.getHeader(TOKEN) == null;
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && FORMS.stream().anyMatch(form -> type.regionMatches(true, 0, form, 0, form.length()));
    }

    /** A login that the request brings itself, at the API for programs, and no session. */
    private static boolean isProgramsLogin(HttpServletRequest request) {
        return bringsLogin(request)
                && !request.isRequestedSessionIdFromCookie()
                && request.getRequestURI().startsWith(request.getContextPath() + "/engine-rest/");
    }

    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    static boolean bringsLogin(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
    }

    /** Scheme, host and port of an address; empty when it has none, as {@code null} has. */
    private static String origin(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return "";
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
