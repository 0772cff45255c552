package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import org.shangda.engine.Callers;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is logged in at Tasklist is logged in at the API too. Every answer says who that is, and by which zone's clocks the
 * university lives, so that a page shows moments as they do (adr/0075); a request that changes
 * something says for whom its page was shown, and is refused when somebody else has logged in since (adr/0030).
 */
class TasklistSession extends OncePerRequestFilter {

    private static final String SHOWN_TO = "Shown-To";
    private static final String TIME_ZONE = "Time-Zone";

    private final Callers callers;
    private final EngineLogin login;
    private final Problems problems;

    TasklistSession(Callers callers, EngineLogin login, Problems problems) {
        this.callers = callers;
        this.login = login;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && SecurityContextHolder.getContext().getAuthentication() == null) {
            Optional<String> user = callers.loggedIn(session.getAttribute(Callers.SESSION_ATTRIBUTE));
            if (user.isPresent()) {
                response.setHeader(SHOWN_TO, user.get());
                response.setHeader(TIME_ZONE, ZoneId.systemDefault().getId());
                if (!OwnSite.isReading(request) && !user.get().equals(request.getHeader(SHOWN_TO))) {
                    problems.write(
                            response,
                            HttpStatus.CONFLICT,
                            request.getHeader(SHOWN_TO) == null ? "engine.shown-to-nobody" : "engine.shown-to-another");
                    return;
                }
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(login.loggedIn(user.get()));
                SecurityContextHolder.setContext(context);
                callers.enterSession(session.getAttribute(Callers.SESSION_ATTRIBUTE));
            }
        }
        try {
            chain.doFilter(request, response);
        } finally {
            callers.leaveSession();
        }
    }
}
