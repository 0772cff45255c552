package org.shangda.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.shangda.refusal.Refusal;

/** 代办: whoever is asked in the place of somebody on leave reads so above the form, whichever it is. */
final class InPlaceNote {

    private static final ObjectMapper JSON = new ObjectMapper();

    private InPlaceNote() {}

    /** @param sentence empty for whoever is asked by a post of their own */
    static InputStream above(InputStream form, Optional<String> sentence) {
        if (sentence.isEmpty()) {
            return form;
        }
        try (form) {
            if (!(JSON.readTree(form) instanceof ObjectNode schema)
                    || !(schema.get("components") instanceof ArrayNode fields)) {
                throw Refusal.notFound("engine.not-possible");
            }
            fields.insertObject(0)
                    .put("type", "text")
                    .put("id", "Text_inPlace")
                    .put("text", "**" + FilledForm.escaped(sentence.get()) + "**");
            return new ByteArrayInputStream(JSON.writeValueAsBytes(schema));
        } catch (JsonProcessingException noForm) {
            throw Refusal.notFound("engine.not-possible");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
