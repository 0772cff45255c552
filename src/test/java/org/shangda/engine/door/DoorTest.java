package org.shangda.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Which files may be deployed at all, and what is said of one that may not; of what is in them the classes beside. */
class DoorTest extends AtTheDoor {

    @ParameterizedTest
    @ValueSource(strings = {"coloured.bpmn", "templates.bpmn", "pools.bpmn", "drd.dmn", "columns.dmn", "leave.form"})
    void a_file_as_modeler_saves_it_is_welcome(String file) throws IOException {
        assertThat(examine(file, Files.readString(Path.of("src/test/resources/door", file))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.groovy",
                "x.cmmn",
                "x.html",
                "x.js",
                "x.png",
                "x.svg",
                "x.xml",
                "xbpmn",
                "x.BPMN",
                "x.bpmn.html",
                "x",
                ""
            })
    void only_diagrams_tables_and_forms_are_deployed(String name) {
        assertThat(examine(name, diagram("<task id='E'/>"))).containsExactly("file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<a>",
                "<!DOCTYPE definitions><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
                "<!DOCTYPE d [<!ENTITY a 'b'>]><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>&a;</definitions>"
            })
    void what_is_no_xml_or_brings_entities_is_refused(String content) {
        assertThat(examine("x.bpmn", content)).containsExactly("xml");
    }

    @Test
    void everything_is_told_at_once_with_file_element_and_sentence() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        List<Finding> findings = door.examine(
                "x.bpmn",
                diagram(
                                "<serviceTask id='First' camunda:class='x' name='${a.b()}'/><userTask id='Second' activiti:formRef='y'/>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(findings.stream().map(finding -> messages.getMessage(finding.line(), Locale.ENGLISH)))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("x.bpmn (First): camunda:class: no scripts"),
                        line -> assertThat(line).startsWith("x.bpmn (First): \"a.b()\" in the expression \"${a.b()}\""),
                        line -> assertThat(line)
                                .startsWith(
                                        "x.bpmn (Second): activiti:formRef is of an unknown namespace http://activiti.org/bpmn"));
    }
}
