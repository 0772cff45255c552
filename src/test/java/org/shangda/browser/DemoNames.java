package org.shangda.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Names of people and units, which are Chinese whatever language is read. */
final class DemoNames {

    private static final List<String> NAMES = Stream.of("demo/people.csv", "demo/units.csv")
            .flatMap(DemoNames::second)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private DemoNames() {}

    static String without(String text) {
        String rest = text;
        for (String name : NAMES) {
            rest = rest.replace(name, "");
        }
        return rest;
    }

    private static Stream<String> second(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
