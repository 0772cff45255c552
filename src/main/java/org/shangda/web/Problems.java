package org.shangda.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.shangda.refusal.Sentences;
import org.shangda.refusal.Tally;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Answers in the form of RFC 9457: {@code title} and {@code detail} in the caller's language, {@code detailZh} and
 * {@code detailEn} in both.
 */
@Component
class Problems {

    private static final Set<Integer> TITLED = Set.of(400, 401, 403, 404, 405, 406, 409, 413, 415, 500);

    private final Sentences sentences;
    private final ObjectMapper json;

    Problems(Sentences sentences, ObjectMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    ProblemDetail of(HttpStatusCode status, String code, Object... arguments) {
        Tally.refused(status.value(), code);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentences.of(code, arguments));
        problem.setTitle(sentences.of("web.title." + titled(status)));
        problem.setProperty("detailZh", sentences.inChinese(code, arguments));
        problem.setProperty("detailEn", sentences.inEnglish(code, arguments));
        return problem;
    }

    /** For filters, which answer before a controller could. */
    void write(HttpServletResponse response, HttpStatusCode status, String code, Object... arguments)
            throws IOException {
        ProblemDetail problem = of(status, code, arguments);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }

    private static int titled(HttpStatusCode status) {
        if (TITLED.contains(status.value())) {
            return status.value();
        }
        return status.is5xxServerError() ? 500 : 400;
    }
}
