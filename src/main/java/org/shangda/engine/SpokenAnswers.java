package org.shangda.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * The engine keeps names in Chinese. In its answers about lists, processes, tables and tasks they are put into the reader's
 * language, for its pages and for programs alike; see {@link SpokenNames}.
 */
abstract class SpokenAnswers implements WriterInterceptor {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Pattern NAMED =
            Pattern.compile("(.*/)?(filter|task|process-definition|decision-definition)(/.*)?");

    @Context
    private UriInfo asked;

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (DrawnNames.language().equals("zh")
                || !answer.getMediaType().getSubtype().endsWith("json")
                || !NAMED.matcher(asked.getPath()).matches()) {
            answer.proceed();
            return;
        }
        OutputStream out = answer.getOutputStream();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        answer.setOutputStream(written);
        answer.proceed();
        out.write(spoken(written.toByteArray()));
    }

    private byte[] spoken(byte[] answer) throws IOException {
        JsonNode tree;
        try {
            tree = JSON.readTree(answer);
        } catch (JsonProcessingException noJson) {
            return answer;
        }
        return names().speak(tree) ? JSON.writeValueAsBytes(tree) : answer;
    }

    abstract SpokenNames names();
}
