package org.shangda.engine.door;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a form may consist of: the components that Tasklist's form-js 1.8.7 draws and that bring nothing from outside into
 * the page.
 */
class FormRules {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> FORM = words(
            "components id type schemaVersion exporter executionPlatform executionPlatformVersion versionTag generator");

    static final Set<String> COMPONENTS =
            words("textfield textarea number checkbox radio select checklist taglist datetime"
                    + " text image separator spacer button group dynamiclist table expression");

    private static final Set<String> KEYS =
            words("id type key label description defaultValue disabled readonly validate"
                    + " conditional layout properties values valuesKey valuesExpression searchable appearance decimalDigits"
                    + " increment serializeToString subtype dateLabel timeLabel timeSerializingFormat timeInterval use24h"
                    + " disallowPassedDates text source alt action height path components showOutline verticalAlignment isRepeating"
                    + " allowAddRemove defaultRepetitions nonCollapsedItems disableCollapse dataSource columns columnsExpression"
                    + " rowCount expression computeOn");

    private static final Pattern INNER_PICTURE = Pattern.compile("data:image/(png|jpeg|gif|webp|svg\\+xml)[;,].*");
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]|!\\[|&#");
    private static final Pattern SCRIPT = Pattern.compile("(?:javascript|vbscript):|]\\(\\s*data:");

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    void examine(byte[] content, Findings.OfFile findings) {
        JsonNode form;
        try (JsonParser parser = JSON.createParser(content)) {
            form = JSON.readTree(parser);
            if (parser.nextToken() != null) {
                form = null;
            }
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            findings.add(
                    "",
                    "json",
                    where == null ? "1" : String.valueOf(where.getLineNr()),
                    where == null ? "1" : String.valueOf(where.getColumnNr()));
            return;
        } catch (IOException e) {
            findings.add("", "unreadable");
            return;
        }
        if (form == null || !form.isObject() || !form.path("components").isArray()) {
            findings.add("", "no-form");
            return;
        }
        form.fieldNames().forEachRemaining(key -> known(FORM, key, "", findings));
        String id = form.path("id").asText();
        form.get("components").forEach(component -> component(component, id, findings));
    }

    private void component(JsonNode component, String outer, Findings.OfFile findings) {
        String place = component.path("id").asText(outer);
        String type = component.path("type").asText();
        if (!COMPONENTS.contains(type)) {
            findings.add(place, "component", type);
            return;
        }
        for (Map.Entry<String, JsonNode> property : component.properties()) {
            known(KEYS, property.getKey(), place, findings);
            if (property.getKey().equals("components")) {
                property.getValue().forEach(inner -> component(inner, place, findings));
            } else if (type.equals("image") && property.getKey().equals("source")) {
                if (!INNER_PICTURE.matcher(property.getValue().asText()).matches()) {
                    findings.add(place, "picture");
                }
            } else {
                texts(property.getKey(), property.getValue(), place, findings);
            }
        }
    }

    private static void known(Set<String> keys, String key, String place, Findings.OfFile findings) {
        if (!keys.contains(key)) {
            findings.add(place, "key", key);
        }
    }

    private void texts(String key, JsonNode value, String place, Findings.OfFile findings) {
        if (value.isContainerNode()) {
            value.forEach(inner -> texts(key, inner, place, findings));
        } else if (value.isTextual()) {
            String text = value.textValue();
            // Elsewhere a text that begins with = is calculated, and < compares.
            boolean compares = text.startsWith("=") && !key.equals("text");
            if (!compares && MARKUP.matcher(text).find()
                    || SCRIPT.matcher(text.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(java.util.Locale.ROOT))
                            .find()) {
                findings.add(place, "markup", text);
            }
        }
    }
}
