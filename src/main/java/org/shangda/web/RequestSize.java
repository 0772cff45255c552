package org.shangda.web;

import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that are too large before anything reads them. Where a request does not say how large it is, the
 * limits for uploads and the one for JSON below apply.
 */
@Component
class RequestSize extends OncePerRequestFilter implements Ordered {

    private final DataSize limit;
    private final DataSize largestFile;
    private final ObjectProvider<Problems> problems;

    RequestSize(
            @Value("${spring.servlet.multipart.max-request-size}") DataSize limit,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile,
            ObjectProvider<Problems> problems) {
        this.limit = limit;
        this.largestFile = largestFile;
        this.problems = problems;
    }

    /** What users are told: the largest file, which is less than the request that brings it. */
    long megabytes() {
        return largestFile.toMegabytes();
    }

    /** Once the caller's language is known, before security (-100). */
    @Override
    public int getOrder() {
        return -103;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.getObject().write(response, HttpStatus.PAYLOAD_TOO_LARGE, "web.too-large", megabytes());
            return;
        }
        chain.doFilter(request, response);
    }

    @Configuration
    static class Json {

        @Bean
        Jackson2ObjectMapperBuilderCustomizer longestDocument(
                @Value("${spring.servlet.multipart.max-request-size}") DataSize limit) {
            return builder -> builder.postConfigurer(mapper -> mapper.getFactory()
                    .setStreamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(limit.toBytes())
                            .build()));
        }
    }
}
