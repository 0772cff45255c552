package org.shangda.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.shangda.refusal.Failures;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server answers when no controller could: the same problems. */
@Hidden
@RestController
class ErrorPage implements ErrorController {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping(path = "${server.error.path:/error}")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        ProblemDetail problem;
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (Failures.isHungUp(failure)) {
            Failures.report(failure);
            return ResponseEntity.badRequest().build();
        }
        if (status == null || status.is5xxServerError()) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
            problem = problems.of(
                    status,
                    "web.failure",
                    Failures.report(failure == null ? new IllegalStateException("status " + code) : failure));
        } else {
            problem = problems.of(
                    status,
                    switch (status) {
                        case UNAUTHORIZED -> "web.login";
                        case FORBIDDEN -> "web.forbidden";
                        case NOT_FOUND -> "web.not-found";
                        case METHOD_NOT_ALLOWED -> "web.method";
                        default -> "web.other";
                    },
                    request.getMethod());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
