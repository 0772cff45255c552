package org.shangda.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.shangda.refusal.Refusal;

/** A form as one reader is shown it: what is stored is read once, changed by all that have something to say, and written once. */
final class DrawnForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DrawnForm() {}

    /**
     * @param form closed at the end
     * @throws Refusal when it is no form
     */
    static InputStream of(InputStream form, Consumer<ObjectNode> change) {
        try (form) {
            if (!(JSON.readTree(form) instanceof ObjectNode schema)
                    || !(schema.get("components") instanceof ArrayNode)) {
                throw Refusal.notFound("engine.not-possible");
            }
            change.accept(schema);
            return new ByteArrayInputStream(JSON.writeValueAsBytes(schema));
        } catch (JsonProcessingException noForm) {
            throw Refusal.notFound("engine.not-possible");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
