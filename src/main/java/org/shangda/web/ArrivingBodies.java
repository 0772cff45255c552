package org.shangda.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts an {@link ArrivingBody} before every request's body, and says why when it was not read. Tomcat's own limits are for
 * each read, and it keeps a thread for whoever has sent the beginning of a request (adr/0027).
 */
@Component
@EnableConfigurationProperties(RequestLimits.class)
class ArrivingBodies extends OncePerRequestFilter
        implements Ordered, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ATTRIBUTE = ArrivingBody.class.getName();

    private final RequestLimits limits;
    private final WaitingBodies waiting;
    private final ObjectProvider<Problems> problems;
    private final ObjectProvider<RequestSize> size;

    ArrivingBodies(RequestLimits limits, ObjectProvider<Problems> problems, ObjectProvider<RequestSize> size) {
        this.limits = limits;
        this.waiting = new WaitingBodies(limits.waiting(), limits.waitingPerAddress());
        this.problems = problems;
        this.size = size;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Guard());
    }

    /**
     * To stand behind whatever decides who calls.
     *
     * @param bytes how much the caller may send; nothing for a stranger
     */
    static OncePerRequestFilter opener(Function<HttpServletRequest, DataSize> bytes) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                ArrivingBody body = bodyOf(request);
                if (body != null) {
                    body.open(bytes.apply(request));
                }
                chain.doFilter(request, response);
            }
        };
    }

    /** Once the caller's language is known. */
    @Override
    public int getOrder() {
        return CallersLanguage.ORDER + 1;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ArrivingBody body = bodyOf(request);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (body == null || body.refused() == null) {
                throw e;
            }
        }
        if (body != null && body.refused() != null) {
            body.answer();
            // Tomcat would show it in the place of the answer.
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            if (!response.isCommitted()) {
                response.reset();
                answer(request, response, body.refused());
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus refused)
            throws IOException {
        Problems answer = problems.getObject();
        switch (refused) {
            case UNAUTHORIZED -> answer.write(response, refused, "web.login");
            case PAYLOAD_TOO_LARGE ->
                answer.write(
                        response, refused, "web.too-large", size.getObject().megabytes(request));
            case SERVICE_UNAVAILABLE -> {
                response.setHeader(
                        "Retry-After", String.valueOf(limits.patience().toSeconds()));
                answer.write(response, refused, "web.too-many");
            }
            default -> answer.write(response, refused, "web.too-slow");
        }
    }

    private static ArrivingBody bodyOf(HttpServletRequest request) {
        return (ArrivingBody) request.getAttribute(ATTRIBUTE);
    }

    /** Outside of everything else: guards the body, and reads the rest of it once the answer is on its way. */
    private class Guard extends ValveBase {

        Guard() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var received = request.getCoyoteRequest();
            if (received.isFinished()) {
                getNext().invoke(request, response);
                return;
            }
            var source = received.getInputBuffer();
            ArrivingBody body = new ArrivingBody(received, response, request.getRemoteAddr(), waiting, limits);
            received.setInputBuffer(body);
            request.setAttribute(ATTRIBUTE, body);
            boolean complete = false;
            try {
                getNext().invoke(request, response);
                response.finishResponse();
                complete = body.drain(limits.drained());
            } finally {
                received.setInputBuffer(source);
                if (!complete) {
                    // Else Tomcat would wait for the rest by itself.
                    received.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            }
        }
    }
}
