package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.shangda.engine.Callers;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what comes to the engine's pages with a wrong token against forged requests. They would refuse it themselves,
 * but end the session: whoever is made to send one would lose what is being written.
 */
class PagesToken extends OncePerRequestFilter {

    private final Problems problems;

    PagesToken(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Object token = session == null ? null : session.getAttribute(Callers.TOKEN_ATTRIBUTE);
        boolean loggedIn = session != null && session.getAttribute(Callers.SESSION_ATTRIBUTE) != null;
        if (loggedIn
                && token != null
                && !OwnSite.isReading(request)
                && !token.equals(request.getHeader(OwnSite.TOKEN))) {
            problems.write(response, HttpStatus.FORBIDDEN, "web.from-elsewhere");
            return;
        }
        if (token != null && OwnSite.isReading(request)) {
            // Its cookie is for the engine's pages; the product's own, which log in and out as well, read it here.
            response.setHeader(OwnSite.TOKEN, token.toString());
        }
        chain.doFilter(request, response);
    }
}
