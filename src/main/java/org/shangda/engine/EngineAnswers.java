package org.shangda.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.rest.dto.migration.MigratingProcessInstanceValidationExceptionDto;
import org.camunda.bpm.engine.rest.dto.migration.MigrationPlanValidationExceptionDto;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.shangda.refusal.Sentences;
import org.shangda.refusal.Tally;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The last word of the engine's API, and of the API behind the engine's pages: whatever goes wrong there becomes a status and
 * a sentence, and the engine's own words, its classes and its SQL reach nobody. Jersey finds this class by itself, in both;
 * therefore it is public.
 */
public class EngineAnswers implements AutoDiscoverable {

    /** Before the mappers of the engine's API for the same exceptions. */
    private static final int FIRST = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void configure(FeatureContext application) {
        // Each kind for which somebody else has a mapper, because the nearest kind wins; the last one is for all
        // others.
        application
                .register(OfTheApi.class, FIRST)
                .register(OfTheEngine.class, FIRST)
                .register(OfJsonParsing.class, FIRST)
                .register(OfJsonMapping.class, FIRST)
                .register(OfHttp.class, FIRST)
                .register(OfAnything.class, FIRST)
                .register(NoExternalTasks.class)
                .register(InTheReadersLanguage.class);
    }

    static class OfTheApi extends Answer implements ExceptionMapper<RestException> {
        @Override
        public Response toResponse(RestException failure) {
            return answer(failure);
        }
    }

    static class OfTheEngine extends Answer implements ExceptionMapper<ProcessEngineException> {
        @Override
        public Response toResponse(ProcessEngineException failure) {
            return answer(failure);
        }
    }

    static class OfJsonParsing extends Answer implements ExceptionMapper<JsonParseException> {
        @Override
        public Response toResponse(JsonParseException failure) {
            return answer(failure);
        }
    }

    static class OfJsonMapping extends Answer implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException failure) {
            return answer(failure);
        }
    }

    static class OfHttp extends Answer implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException failure) {
            return failure.getResponse().getStatus() < 400 ? failure.getResponse() : answer(failure);
        }
    }

    static class OfAnything extends Answer implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable failure) {
            return answer(failure);
        }
    }

    static class InTheReadersLanguage extends SpokenAnswers {

        @Context
        private ServletContext servlet;

        @Override
        SpokenNames names() {
            return WebApplicationContextUtils.getRequiredWebApplicationContext(servlet)
                    .getBean(SpokenNames.class);
        }
    }

    private abstract static class Answer {

        @Context
        private ServletContext servlet;

        @Context
        private Request request;

        Response answer(Throwable failure) {
            EngineFailure what = EngineFailure.of(failure);
            Tally.refused(what.status(), what.code());
            Map<String, Object> entity = new LinkedHashMap<>();
            entity.put("type", "Refused");
            entity.put("message", said(what));
            JsonNode report = report(failure);
            if (report != null) {
                entity.put("validationReport", report);
            }
            return Response.status(what.status())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(entity)
                    .build();
        }

        private String said(EngineFailure what) {
            if (what.sentence() != null) {
                return what.sentence();
            }
            Object[] arguments =
                    what.argument() == null ? new Object[] {request.getMethod()} : new Object[] {what.argument()};
            return WebApplicationContextUtils.getRequiredWebApplicationContext(servlet)
                    .getBean(Sentences.class)
                    .of(what.code(), arguments);
        }

        /** Why cases cannot be migrated, which whoever planned it has to know. */
        private static JsonNode report(Throwable failure) {
            Object report = null;
            if (failure instanceof MigrationPlanValidationException plan) {
                report = MigrationPlanValidationExceptionDto.from(plan).getValidationReport();
            } else if (failure instanceof MigratingProcessInstanceValidationException instance) {
                report = MigratingProcessInstanceValidationExceptionDto.from(instance)
                        .getValidationReport();
            }
            try {
                return report == null
                        ? null
                        : JSON.readTree(JSON.writeValueAsString(report).replaceAll("ENGINE-\\d+ *", ""));
            } catch (JsonProcessingException e) {
                return null;
            }
        }
    }
}
