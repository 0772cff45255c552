package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.servlet.RequestDispatcher;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

/** Nobody hears what is answered to a client that has gone: no sentence is made for it, and no failure is told of. */
class HungUpTest {

    private static final ClientAbortException GONE = new ClientAbortException("Broken pipe");

    private final Problems problems = mock(Problems.class);
    private final ProblemAdvice advice = new ProblemAdvice(problems, null, null);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    private void assertNothingSaid(ResponseEntity<?> answer) {
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).isNull();
        verifyNoInteractions(problems);
    }

    @Test
    void while_a_controller_reads() {
        assertNothingSaid(advice.unexpected(new UncheckedIOException(GONE)));
    }

    @Test
    void while_the_answer_is_written() {
        assertNothingSaid(advice.handleExceptionInternal(
                new HttpMessageNotWritableException("broken", GONE),
                null,
                new HttpHeaders(),
                HttpStatus.INTERNAL_SERVER_ERROR,
                new ServletWebRequest(request)));
    }

    @Test
    void before_a_controller_was_found() {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, GONE);

        assertNothingSaid(new ErrorPage(problems).problem(request));
    }

    @Test
    void whatever_else_fails_is_told_as_before() {
        when(problems.of(eq(HttpStatus.INTERNAL_SERVER_ERROR), eq("web.failure"), any()))
                .thenReturn(ProblemDetail.forStatus(500));

        ResponseEntity<ProblemDetail> answer = advice.unexpected(new IllegalStateException());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(answer.getBody()).isNotNull();
    }
}
