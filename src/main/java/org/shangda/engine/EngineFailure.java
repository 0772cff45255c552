package org.shangda.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.server.ParamException;
import org.shangda.refusal.Failures;
import org.shangda.refusal.JsonLimits;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failure in the engine's API is to its caller.
 *
 * <p>The engine checks little of what it is asked and stumbles in many ways: an {@code IllegalArgumentException}, a null, a
 * query that the database does not understand. Its code does not change any more, so with a database that works, what it
 * stumbles over is what the request says, and that is the caller's mistake. A failure of the product's own code, of the
 * database or of the machine is not.
 *
 * @param code of the sentence in the message files
 * @param argument of the sentence; without one, the method of the request
 * @param sentence what is said instead, where somebody else has found the words
 */
record EngineFailure(int status, String code, Object argument, String sentence) {

    private static final Logger LOG = LoggerFactory.getLogger(EngineFailure.class);

    /** SQL states: wrong values, statements and names that do not fit the tables (H2 has a number of its own for one). */
    private static final List<String> ASKED_WRONGLY = List.of("22", "42", "90059");

    static EngineFailure of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof RefusedRequest refused) {
                return new EngineFailure(refused.status(), refused.refusal().code(), null, refused.getMessage());
            }
            if (cause instanceof Refusal refusal) {
                return of(RefusedRequests.status(refusal), refusal.code());
            }
        }
        if (Conflicts.among(failure)) {
            Tally.conflict();
            return of(409, "engine.changed-meanwhile");
        }
        for (Throwable cause : causes) {
            EngineFailure known = known(cause);
            if (known != null) {
                return known;
            }
        }
        if (isTheCallers(causes)) {
            LOG.info("The engine stumbled over a request: {}", Failures.describe(failure));
            return of(400, "engine.not-possible");
        }
        String reference = Failures.report(failure);
        return Failures.isHungUp(failure)
                ? of(400, "engine.not-possible")
                : new EngineFailure(500, "engine.failure", reference, null);
    }

    private static EngineFailure of(int status, String code) {
        return new EngineFailure(status, code, null, null);
    }

    private static EngineFailure known(Throwable cause) {
        if (cause instanceof AuthorizationException) {
            return of(403, "web.forbidden");
        } else if (cause instanceof MigrationPlanValidationException
                || cause instanceof MigratingProcessInstanceValidationException) {
            return of(400, "engine.migration");
        } else if (cause instanceof UnsupportedEncodingException
                || cause instanceof UnsupportedCharsetException
                || cause instanceof IllegalCharsetNameException) {
            return of(415, "web.media-type");
        } else if (cause instanceof JsonProcessingException json) {
            return of(400, JsonLimits.isNestedTooDeeply(json) ? "web.too-deep" : "web.unreadable");
        } else if (cause instanceof ParamException) {
            return of(400, "engine.not-possible");
        } else if (cause instanceof RestException api && api.getStatus().getStatusCode() < 500) {
            int status = api.getStatus().getStatusCode();
            return of(status, status == 404 ? "engine.not-there" : sentence(status));
        } else if (cause instanceof WebApplicationException http
                && http.getResponse().getStatus() < 500) {
            return of(
                    http.getResponse().getStatus(), sentence(http.getResponse().getStatus()));
        }
        return null;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "engine.not-possible";
            case 401 -> "web.login";
            case 403 -> "web.forbidden";
            case 404 -> "web.not-found";
            case 405 -> "web.method";
            case 406 -> "web.accept";
            case 409 -> "engine.changed-meanwhile";
            case 415 -> "web.media-type";
            default -> "web.other";
        };
    }

    private static boolean isTheCallers(List<Throwable> causes) {
        for (Throwable cause : causes) {
            boolean elsewhere = cause instanceof Error
                    || cause instanceof IOException
                    || cause instanceof SQLException sql
                            && ASKED_WRONGLY.stream().noneMatch(String.valueOf(sql.getSQLState())::startsWith);
            if (elsewhere) {
                return false;
            }
        }
        StackTraceElement[] trace = causes.get(causes.size() - 1).getStackTrace();
        return trace.length > 0
                && !isTheHouses(trace[0])
                && Arrays.stream(trace).noneMatch(frame -> isTheHouses(frame) && !isOnTheWay(frame));
    }

    private static boolean isTheHouses(StackTraceElement frame) {
        return frame.getClassName().startsWith("org.shangda.");
    }

    /** Every request comes through the filters, and every command through the guards. */
    private static boolean isOnTheWay(StackTraceElement frame) {
        return frame.getClassName().matches("org\\.shangda\\.(web|engine)\\.\\w+(\\$.*)?") || isGuard(frame);
    }

    /** Other rooms may put a guard before the commands as well. */
    private static boolean isGuard(StackTraceElement frame) {
        try {
            return CommandInterceptor.class.isAssignableFrom(
                    Class.forName(frame.getClassName(), false, EngineFailure.class.getClassLoader()));
        } catch (ClassNotFoundException generated) {
            return false;
        }
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
