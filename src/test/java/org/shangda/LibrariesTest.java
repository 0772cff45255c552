package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the jar contains, by the bill of materials that is built into it. */
class LibrariesTest {

    /** Whatever else a library offers, under one of these it may go with a product under Apache-2.0. */
    private static final Set<String> COMPATIBLE =
            Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "CC0-1.0", "EPL-2.0", "MPL-2.0");

    /** Under the LGPL: used unchanged, and exchangeable by their jars. */
    private static final Set<String> EXCHANGEABLE =
            Set.of("hibernate-core", "openhtmltopdf-core", "openhtmltopdf-pdfbox");

    @Test
    void every_library_has_a_licence_that_goes_with_the_products() throws Exception {
        List<String> others = new ArrayList<>();
        for (JsonNode library : libraries()) {
            boolean compatible = EXCHANGEABLE.contains(library.path("name").asText());
            for (JsonNode one : library.path("licenses")) {
                compatible |= COMPATIBLE.contains(one.path("license").path("id").asText());
            }
            if (!compatible) {
                others.add(library.path("name").asText() + " " + library.path("licenses"));
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void no_test_library_is_in_the_jar() throws Exception {
        List<String> names = new ArrayList<>();
        libraries().forEach(library -> names.add(library.path("name").asText()));
        assertThat(names)
                .contains("camunda-engine", "tomcat-embed-core")
                .doesNotContain("jqwik", "archunit", "greenmail-junit5", "junit-jupiter");
    }

    private static JsonNode libraries() throws Exception {
        try (InputStream materials = LibrariesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            JsonNode libraries = new ObjectMapper().readTree(materials).path("components");
            assertThat(libraries.size()).isGreaterThan(100);
            return libraries;
        }
    }
}
