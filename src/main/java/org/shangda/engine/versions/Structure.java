package org.shangda.engine.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a file says, and not how it is written: the same for a file and for the same file as Modeler saves it. Drawing,
 * indentation and the program that wrote it are left out.
 */
abstract sealed class Structure permits TableStructure, DiagramStructure, FormStructure {

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when it cannot be read */
    static Structure of(String file, byte[] content) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "bpmn" -> new DiagramStructure(content);
            case "dmn" -> new TableStructure(content);
            case "form" -> new FormStructure(content);
            default -> throw new IllegalArgumentException(file);
        };
    }

    /** In the order of the file. */
    Map<String, Part> parts() {
        return parts;
    }

    void add(Part part) {
        parts.put(part.id(), part);
    }

    /**
     * This file with some parts as another version has them: changed, put in or left out.
     *
     * @throws CannotPatch when that would concern how its parts hang together
     */
    abstract byte[] with(Structure other, Set<String> ids);

    /** Parts whose order says something. */
    List<String> inOrder() {
        return List.copyOf(parts.keySet());
    }

    /** Those of other that are here as well, in other's order. */
    List<String> commonWith(Structure other) {
        return other.inOrder().stream().filter(parts::containsKey).toList();
    }

    boolean saysTheSameAs(Structure other) {
        return parts.keySet().equals(other.parts.keySet())
                && parts.values().stream().allMatch(part -> part.saysTheSameAs(other.parts.get(part.id())))
                && inOrder().equals(other.inOrder());
    }

    static final class CannotPatch extends RuntimeException {
        CannotPatch(String id) {
            super(id, null, false, false);
        }
    }
}
