package org.shangda.engine.versions;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A file that this version of the product ships.
 *
 * @param name with its folder, for example {@code bpmn/level-deadlines.dmn}
 * @param keys of what it defines
 */
record ShippedFile(String name, byte[] content, List<String> keys) {

    private static final List<String> FILES = List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form");

    /** @param root where {@code bpmn/} and {@code forms/} are, as a resource location that ends with a slash */
    static List<ShippedFile> all(String root) {
        var resolver = new PathMatchingResourcePatternResolver();
        List<ShippedFile> files = new ArrayList<>();
        for (String pattern : FILES) {
            String folder = pattern.substring(0, pattern.indexOf('/') + 1);
            try {
                for (Resource resource : resolver.getResources(root + pattern)) {
                    files.add(of(folder + resource.getFilename(), resource.getContentAsByteArray()));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + root + pattern, unreadable);
            }
        }
        files.sort(Comparator.comparing(ShippedFile::name));
        return files;
    }

    private static ShippedFile of(String name, byte[] content) {
        try {
            return new ShippedFile(name, content, keys(name, content));
        } catch (IOException | RuntimeException malformed) {
            throw new IllegalStateException("Cannot understand " + name, malformed);
        }
    }

    String kind() {
        return kind(name);
    }

    static String kind(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static List<String> keys(String name, byte[] content) throws IOException {
        var stream = new ByteArrayInputStream(content);
        return switch (kind(name)) {
            case "bpmn" ->
                Bpmn.readModelFromStream(stream).getModelElementsByType(Process.class).stream()
                        .map(Process::getId)
                        .toList();
            case "dmn" ->
                Dmn.readModelFromStream(stream).getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId)
                        .toList();
            default ->
                List.of(new ObjectMapper().readTree(stream).required("id").asText());
        };
    }
}
