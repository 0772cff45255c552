package org.shangda.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.dmn.impl.DmnModelConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The door has decided about everything that the engine looks for in a file: no name of its extensions was forgotten. */
class WhatTheEngineKnowsTest {

    @Test
    void every_extension_of_a_diagram_that_the_engines_model_names_is_allowed_or_refused() {
        assertThat(decided(DiagramRules.VOCABULARY))
                .containsAll(constants(BpmnModelConstants.class, "CAMUNDA_(ATTRIBUTE|ELEMENT)_.*"));
    }

    @Test
    void every_extension_of_a_table_that_the_engines_model_names_is_allowed_or_refused() {
        assertThat(decided(TableRules.VOCABULARY))
                .containsAll(constants(DmnModelConstants.class, "CAMUNDA_(ATTRIBUTE|ELEMENT)_.*"));
    }

    /** What the parser asks for says its byte code; the model of above does not know all of it. */
    @Test
    void every_name_that_the_engines_parser_asks_for_in_a_diagram_is_allowed_or_refused() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Resource type : new PathMatchingResourcePatternResolver()
                .getResources(
                        "classpath*:org/camunda/bpm/engine/impl/{bpmn/parser,form,core/variable/mapping}/**/*.class")) {
            asked.addAll(askedBy(type));
        }
        for (Resource type : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:org/camunda/bpm/engine/impl/bpmn/parser/*.class")) {
            asked.addAll(askedBy(type));
        }
        assertThat(asked)
                .contains("variableMappingClass", "formHandlerClass", "class", "resource", "connector", "srcExpr");
        assertThat(decided(DiagramRules.VOCABULARY)).containsAll(asked);
    }

    /** The engine takes a class, a script or a form of somebody's own from these, wherever they stand. */
    @ParameterizedTest
    @MethodSource("dangerous")
    void nothing_that_names_code_is_allowed_anywhere(String name) {
        assertThat(DiagramRules.VOCABULARY.allowed()).doesNotContain(name, "camunda:" + name, "bpmn:" + name);
    }

    static Stream<String> dangerous() {
        return Stream.of(
                "class",
                "resource",
                "language",
                "scriptFormat",
                "script",
                "scriptTask",
                "type",
                "topic",
                "connector",
                "field",
                "formHandlerClass",
                "formData",
                "variableMappingClass",
                "variableMappingDelegateExpression",
                "import",
                "operationRef");
    }

    private static Set<String> decided(Vocabulary vocabulary) {
        return Stream.concat(vocabulary.allowed().stream(), vocabulary.refused().stream())
                .map(name -> name.substring(name.indexOf(':') + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> constants(Class<?> constants, String names) {
        return Arrays.stream(constants.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers())
                        && field.getName().matches(names))
                .map(WhatTheEngineKnowsTest::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** The texts that are handed to a method of the parser's XML element which asks for something by its name. */
    private static Set<String> askedBy(Resource type) throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream bytes = type.getInputStream()) {
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String form, String signature, String[] exceptions) {
                                    return new MethodVisitor(Opcodes.ASM9) {
                                        private final TreeSet<String> texts = new TreeSet<>();

                                        @Override
                                        public void visitLdcInsn(Object constant) {
                                            if (constant instanceof String text) {
                                                texts.add(text);
                                            }
                                        }

                                        @Override
                                        public void visitMethodInsn(
                                                int opcode,
                                                String owner,
                                                String method,
                                                String form,
                                                boolean isInterface) {
                                            if (owner.equals("org/camunda/bpm/engine/impl/util/xml/Element")
                                                    && method.matches("(attribute|element|elements)(NS)?")) {
                                                names.addAll(texts);
                                            }
                                            texts.clear();
                                        }
                                    };
                                }
                            },
                            0);
        }
        names.removeAll(Set.of("true", "false"));
        return names;
    }
}
