package org.shangda.web;

import static org.springframework.http.HttpMethod.POST;

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
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests that are too large before anything reads them. Where a request does not say how large it is, the limit for
 * its body and the one for JSON below apply. One address takes more than all others: that of photos and documents.
 */
@Component
class RequestSize extends OncePerRequestFilter implements Ordered {

    private static final RequestMatcher FILES =
            PathPatternRequestMatcher.withDefaults().matcher(POST, "/api/files");

    /** Of a request, for what stands around the file that it brings. */
    private static final DataSize AROUND = DataSize.ofMegabytes(1);

    private final DataSize largest;
    private final DataSize largestWithFile;
    private final ObjectProvider<Problems> problems;

    RequestSize(
            RequestLimits limits,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largestWithFile,
            ObjectProvider<Problems> problems) {
        this.largest = limits.largest();
        this.largestWithFile = largestWithFile;
        this.problems = problems;
    }

    /** How much a request may bring. */
    DataSize of(HttpServletRequest request) {
        return FILES.matches(request) ? largestWithFile : largest;
    }

    /** What users are told: the largest request, or where it brings a file, the largest of those. */
    double megabytes(HttpServletRequest request) {
        long most = of(request).toBytes();
        boolean bringsFile = String.valueOf(request.getContentType()).startsWith("multipart/");
        long told = bringsFile && most > AROUND.toBytes() ? most - AROUND.toBytes() : most;
        return (double) told / DataSize.ofMegabytes(1).toBytes();
    }

    /** Once the caller's language is known, before security (-100). */
    @Override
    public int getOrder() {
        return -103;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > of(request).toBytes()) {
            problems.getObject().write(response, HttpStatus.PAYLOAD_TOO_LARGE, "web.too-large", megabytes(request));
            return;
        }
        chain.doFilter(request, response);
    }

    @Configuration
    static class Json {

        @Bean
        Jackson2ObjectMapperBuilderCustomizer longestDocument(RequestLimits limits) {
            return builder -> builder.postConfigurer(mapper -> mapper.getFactory()
                    .setStreamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(limits.largest().toBytes())
                            .build()));
        }
    }
}
