package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where one host serves many systems the product has a path of its own, which no page, script or form may leave out. */
class PrefixTest {

    private static final Pattern FROM_THE_ROOT =
            Pattern.compile("[\"'`(=]/(api|reports|camunda|engine-rest|swagger-ui|actuator)/");

    @Test
    void no_page_script_or_form_has_an_address_from_the_hosts_root() throws Exception {
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (Path root : List.of(Path.of("src/main/resources/META-INF/resources"), Path.of("forms"))) {
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(one -> one.toString().matches(".*\\.(js|html|css|form|json)"))
                        .toList()) {
                    looked++;
                    FROM_THE_ROOT
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(hit -> found.add(file + ": " + hit.group()));
                }
            }
        }
        assertThat(looked).isGreaterThan(30);
        assertThat(found).isEmpty();
    }

    @Test
    void the_words_that_become_links_in_forms_have_none_either() throws Exception {
        List<String> found = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/main/resources/messages")) {
            try (var files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file).matches("(?s).*\\]\\(/.*")) {
                        found.add(file.toString());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
