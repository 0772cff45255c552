package org.shangda.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every address from which something is read, as it is described or declared where it is made: none is listed here. */
final class Addresses {

    /**
     * One address.
     *
     * @param path with its parameters in braces
     * @param query names of the parameters after the question mark; {@code true} for those without which it answers 400
     */
    record Address(String method, String path, Map<String, Boolean> query) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private Addresses() {}

    /** Of the engine's API. A query is read by POST as well; nothing else that is written to is asked. */
    static List<Address> ofTheEngine() {
        try (InputStream description = Addresses.class.getResourceAsStream("/openapi.json")) {
            return described(JSON.readTree(description)).stream()
                    .filter(address -> !address.path().equals("/version"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** @param description the OpenAPI document of the product */
    static List<Address> described(JsonNode description) {
        List<Address> addresses = new ArrayList<>();
        description.path("paths").properties().forEach(path -> {
            JsonNode methods = path.getValue();
            if (methods.has("get")) {
                addresses.add(new Address("GET", path.getKey(), query(methods.get("get"))));
            }
            boolean queried = methods.has("get") && !path.getKey().contains("{")
                    || path.getKey().endsWith("/count")
                    || path.getKey().endsWith("/list");
            if (methods.has("post") && queried) {
                addresses.add(new Address("POST", path.getKey(), query(methods.get("post"))));
            }
        });
        return addresses;
    }

    private static Map<String, Boolean> query(JsonNode operation) {
        Map<String, Boolean> query = new LinkedHashMap<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                query.put(
                        parameter.path("name").asText(),
                        parameter.path("required").asBoolean());
            }
        });
        return query;
    }

    /** What Cockpit's own plugin reads, by the annotations of its classes. */
    static List<Address> ofCockpit() {
        return new ClassFileImporter()
                .importPackages("org.camunda.bpm.cockpit.impl.plugin").stream()
                        .filter(found -> found.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(root -> under(
                                "/camunda/api/cockpit/"
                                        + root.getAnnotation(Path.class).value(),
                                root))
                        .toList();
    }

    private static Stream<Address> under(String path, Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> at(path, method));
    }

    private static Stream<Address> at(String path, Method method) {
        Path more = method.getAnnotation(Path.class);
        String here = more == null ? path : path + "/" + more.value().replaceFirst("^/", "");
        if (method.isAnnotationPresent(GET.class)) {
            return Stream.of(new Address("GET", here, Map.of()));
        }
        if (method.isAnnotationPresent(POST.class)) {
            return Stream.of(new Address("POST", here, Map.of()));
        }
        return more == null ? Stream.empty() : under(here, method.getReturnType());
    }
}
