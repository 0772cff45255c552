package org.shangda.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shangda.engine.Conflicts;
import org.shangda.engine.RefusedRequest;
import org.shangda.refusal.Failures;
import org.shangda.refusal.JsonLimits;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Tally;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever a controller throws into a problem that says what to do, and tells nothing about the inside. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private final Problems problems;
    private final RequestSize size;
    private final MessageSource messages;

    ProblemAdvice(Problems problems, RequestSize size, MessageSource messages) {
        this.problems = problems;
        this.size = size;
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        HttpStatus status = switch (refusal.kind()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return answer(problems.of(status, refusal.code(), refusal.arguments()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedRequest refused) {
        Refusal refusal = refused.refusal();
        return answer(problems.of(HttpStatusCode.valueOf(refused.status()), refusal.code(), refusal.arguments()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> somebodyWasFaster(ConcurrencyFailureException e) {
        Tally.conflict();
        return answer(problems.of(HttpStatus.CONFLICT, "web.conflict"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException e) {
        return answer(invalid(e.getConstraintViolations().stream()
                .map(violation -> error(lastName(violation), violation.getMessage()))
                .toList()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(MultipartException e) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "web.upload"));
    }

    /** A name in a form that no firewall lets pass: it is read only when the body is. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> odd(RequestRejectedException e) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, "web.other"));
    }

    /** Who may do what is answered by the security filters. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notForThisCaller(RuntimeException e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e) {
        ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(e.getClass(), ResponseStatus.class);
        if (declared != null && declared.code().is4xxClientError()) {
            return answer(problems.of(declared.code(), "web.other"));
        }
        if (Conflicts.among(e)) {
            Tally.conflict();
            return answer(problems.of(HttpStatus.CONFLICT, "web.conflict"));
        }
        return failed(e, HttpStatus.INTERNAL_SERVER_ERROR)
                .map(ProblemAdvice::answer)
                .orElseGet(() -> ResponseEntity.badRequest().build());
    }

    /** Empty where it was the client that has hung up: nobody hears an answer, and none is counted. */
    private Optional<ProblemDetail> failed(Exception e, HttpStatusCode status) {
        String reference = Failures.report(e);
        return Failures.isHungUp(e) ? Optional.empty() : Optional.of(problems.of(status, "web.failure", reference));
    }

    /** Everything that Spring finds wrong with a request comes through here. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem;
        if (e instanceof MethodArgumentNotValidException invalid) {
            problem = invalid(invalid.getBindingResult().getAllErrors().stream()
                    .map(error -> error(
                            error instanceof FieldError field ? field.getField() : error.getObjectName(), text(error)))
                    .toList());
        } else if (e instanceof HandlerMethodValidationException invalid) {
            problem = invalid(invalid.getParameterValidationResults().stream()
                    .flatMap(result -> result.getResolvableErrors().stream()
                            .map(error -> error(
                                    error instanceof FieldError field
                                            ? field.getField()
                                            : result.getMethodParameter().getParameterName(),
                                    text(error))))
                    .toList());
        } else if (status.is5xxServerError()) {
            Optional<ProblemDetail> failed = failed(e, status);
            if (failed.isEmpty()) {
                return ResponseEntity.badRequest().build();
            }
            problem = failed.get();
        } else {
            problem = said(e, status, ((ServletWebRequest) request).getRequest());
        }
        return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
    }

    private ProblemDetail said(Exception e, HttpStatusCode status, HttpServletRequest request) {
        if (e instanceof HttpMessageNotReadableException) {
            if (JsonLimits.isExceeded(e)) {
                return problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "web.too-large", size.megabytes(request));
            }
            return problems.of(status, JsonLimits.isNestedTooDeeply(e) ? "web.too-deep" : "web.unreadable");
        } else if (e instanceof MissingServletRequestPartException missing) {
            return problems.of(status, "web.missing", missing.getRequestPartName());
        } else if (e instanceof MissingServletRequestParameterException missing) {
            return problems.of(status, "web.missing", missing.getParameterName());
        } else if (e instanceof MissingRequestHeaderException missing) {
            return problems.of(status, "web.missing", missing.getHeaderName());
        } else if (e instanceof MaxUploadSizeExceededException) {
            return problems.of(HttpStatus.PAYLOAD_TOO_LARGE, "web.too-large", size.megabytes(request));
        } else if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return problems.of(status, "web.wrong-type", mismatch.getName());
        } else if (e instanceof TypeMismatchException mismatch) {
            return problems.of(status, "web.wrong-type", mismatch.getPropertyName());
        } else if (e instanceof HttpRequestMethodNotSupportedException unsupported) {
            return problems.of(status, "web.method", unsupported.getMethod());
        } else if (e instanceof HttpMediaTypeNotSupportedException) {
            return problems.of(status, "web.media-type");
        } else if (e instanceof HttpMediaTypeNotAcceptableException) {
            return problems.of(status, "web.accept");
        } else if (e instanceof NoResourceFoundException || e instanceof NoHandlerFoundException) {
            return problems.of(status, "web.not-found");
        }
        return problems.of(status, "web.other");
    }

    private ProblemDetail invalid(List<Map<String, String>> errors) {
        ProblemDetail problem = problems.of(HttpStatus.BAD_REQUEST, "web.invalid");
        problem.setProperty("errors", errors);
        return problem;
    }

    private String text(MessageSourceResolvable error) {
        return messages.getMessage(error, LocaleContextHolder.getLocale());
    }

    private static Map<String, String> error(String field, String detail) {
        return Map.of("field", String.valueOf(field), "detail", String.valueOf(detail));
    }

    private static String lastName(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }
}
