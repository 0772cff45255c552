package org.shangda.web;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.shangda.engine.MissingValues;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Sentences;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The engine's API takes for granted that a request brings its body, every field of it and headers in order, and
 * stumbles when it does not. That is the request's mistake and no failure of the server. Jersey finds this class by itself, for the API and for
 * the API behind the engine's pages; therefore it is public.
 */
public class IncompleteRequests implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext application) {
        application.register(NoField.class).register(NoValue.class).register(NoHeader.class);
    }

    static class NoField implements ExceptionMapper<NullPointerException> {

        @Context
        private ServletContext servlet;

        @Override
        public Response toResponse(NullPointerException missing) {
            StackTraceElement[] trace = missing.getStackTrace();
            return trace.length > 0 && trace[0].getClassName().startsWith("org.camunda.bpm.engine.")
                    ? incomplete(servlet)
                    : answer(servlet, Status.INTERNAL_SERVER_ERROR, "web.failure", Failures.report(missing));
        }
    }

    static class NoValue extends MissingValues {

        @Context
        private ServletContext servlet;

        @Override
        protected Response answer() {
            return incomplete(servlet);
        }
    }

    static class NoHeader implements ExceptionMapper<HeaderValueException> {

        @Context
        private ServletContext servlet;

        @Override
        public Response toResponse(HeaderValueException unreadable) {
            return answer(servlet, Status.BAD_REQUEST, "web.other");
        }
    }

    private static Response incomplete(ServletContext servlet) {
        return answer(servlet, Status.BAD_REQUEST, "web.unreadable");
    }

    private static Response answer(ServletContext servlet, Status status, String code, Object... arguments) {
        String sentence = WebApplicationContextUtils.getRequiredWebApplicationContext(servlet)
                .getBean(Sentences.class)
                .of(code, arguments);
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", "InvalidRequest", "message", sentence))
                .build();
    }
}
