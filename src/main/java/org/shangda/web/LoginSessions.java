package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.shangda.account.KnownBrowsers;
import org.shangda.account.Languages;
import org.shangda.engine.Callers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session is good as long as its account is there and has the password with which it logged in. That is noted when
 * somebody logs in and looked up with every request, so that it holds at once and on every node.
 */
@Component
class LoginSessions extends OncePerRequestFilter implements HttpSessionAttributeListener, Ordered {

    private static final String STAMPS = LoginSessions.class.getName();

    /** Where the engine's pages ask who is logged in, and log in. */
    private static final String LOGIN = "/camunda/api/admin/auth/";

    private final ObjectProvider<Callers> callers;
    private final ObjectProvider<KnownBrowsers> browsers;
    private final ObjectProvider<Languages> languages;
    private final ObjectProvider<Problems> problems;
    private final RequestOrigin origin;

    LoginSessions(
            ObjectProvider<Callers> callers,
            ObjectProvider<KnownBrowsers> browsers,
            ObjectProvider<Languages> languages,
            ObjectProvider<Problems> problems,
            RequestOrigin origin) {
        this.callers = callers;
        this.browsers = browsers;
        this.languages = languages;
        this.problems = problems;
        this.origin = origin;
    }

    /** Once the request is known to {@link RequestOrigin} (-106) and its address is not odd (-104), before security (-100). */
    @Override
    public int getOrder() {
        return -103;
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent added) {
        if (!Callers.SESSION_ATTRIBUTE.equals(added.getName())) {
            return;
        }
        callers.getObject().loggedIn(added.getValue()).ifPresent(account -> {
            origin.proof(account)
                    .or(() -> callers.getObject().passwordStamp(account))
                    .ifPresent(stamp -> added.getSession().setAttribute(STAMPS, Set.of(stamp)));
            browsers.getObject()
                    .remember(origin.browser().orElse(null), account)
                    .ifPresent(origin::markBrowser);
            languages.getObject().askedFor(account, LocaleContextHolder.getLocale());
        });
    }

    /** The session goes on with this password too: it is the one who sets it. Which of the two is stored, is not known yet. */
    static void allow(HttpSession session, String stamp) {
        if (session.getAttribute(STAMPS) instanceof Set<?> stamps) {
            Set<Object> more = new HashSet<>(stamps);
            more.add(stamp);
            session.setAttribute(STAMPS, Set.copyOf(more));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && isOver(session)) {
            end(session);
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (!path.startsWith("/camunda/app/") && !path.startsWith(LOGIN)) {
                problems.getObject().write(response, HttpStatus.UNAUTHORIZED, "web.session-ended");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** A page is shown without a login, and asks for one. */
    private static boolean isApi(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/camunda/api/") && !path.startsWith(LOGIN);
    }

    private boolean isOver(HttpSession session) {
        try {
            Set<?> stamps = session.getAttribute(STAMPS) instanceof Set<?> known ? known : Set.of();
            return callers.getObject().isOver(session.getAttribute(Callers.SESSION_ATTRIBUTE), stamps);
        } catch (IllegalStateException endedMeanwhile) {
            return true;
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            // By another request of the same browser.
        }
    }
}
