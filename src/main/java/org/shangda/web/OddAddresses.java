package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses with {@code //}, {@code ;}, {@code ..} or NUL in them, which mean one thing to a rule and another one to
 * the servlet behind. Spring Security refuses them as well, but only after others have stumbled over them. So is a content
 * type that says "anything", which Spring cannot take for that of a body.
 */
@Component
class OddAddresses extends OncePerRequestFilter implements Ordered {

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();
    private final ObjectProvider<Problems> problems;

    OddAddresses(ObjectProvider<Problems> problems) {
        this.problems = problems;
    }

    /** Once the caller's language is known, before security (-100). */
    @Override
    public int getOrder() {
        return -104;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOdd(request)) {
            problems.getObject().write(response, HttpStatus.BAD_REQUEST, "web.address");
            return;
        }
        if (request.getContentType() != null && request.getContentType().contains("*")) {
            problems.getObject().write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "web.media-type");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOdd(HttpServletRequest request) {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException e) {
            return true;
        }
        String query = request.getQueryString();
        // PostgreSQL cannot look for it.
        return query != null && query.contains("%00");
    }
}
