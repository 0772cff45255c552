package org.shangda.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.shangda.refusal.Refusal;

/**
 * A form is sent only as the person for whom it was shown: one browser has one session, and whoever logs in in another
 * tab would otherwise be the author of what somebody else has written in this one (adr/0030).
 *
 * <p>Every form that is shown gets one more field, which draws nothing and is sent along: the name of the caller. It
 * needs no signature, because it guards against a mistake and not against the sender.
 */
final class ShownTo {

    static final String KEY = "shownTo";

    private ShownTo() {}

    /** Writes the caller's name into the form. */
    static void mark(ObjectNode form, String caller) {
        form.withArray("components")
                .addObject()
                .put("type", "expression")
                .put("id", "Field_" + KEY)
                .put("key", KEY)
                // Not while it is written: the form would differ from what it showed.
                .put("computeOn", "presubmit")
                .put("expression", "=" + TextNode.valueOf(caller));
    }

    /**
     * What was sent, without that name. A program brings its login with every request and may leave the name out; a form
     * in a session of the engine's pages may not.
     *
     * @throws Refusal when it was shown to somebody else, or nobody knows to whom
     */
    static VariableMap withoutName(Map<String, Object> sent, String caller) {
        VariableMap fields = Variables.fromMap(sent == null ? Map.of() : sent);
        if (fields.containsKey(KEY)) {
            if (!caller.equals(FormValues.value(fields, KEY))) {
                throw Refusal.conflict("engine.shown-to-another");
            }
            fields.remove(KEY);
        } else if (Authentications.getCurrent() != null) {
            throw Refusal.conflict("engine.shown-to-nobody");
        }
        return fields;
    }
}
