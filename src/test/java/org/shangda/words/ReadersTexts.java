package org.shangda.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Every Chinese text that somebody reads: in sentences, forms, diagrams, tables, pages, scripts, the guide and the demonstration. */
final class ReadersTexts {

    static final Path PAGES = Path.of("src/main/resources/META-INF/resources");

    private static final Set<String> SAID_BY_FORMS =
            Set.of("label", "text", "description", "dateLabel", "timeLabel", "prefixAdder", "suffixAdder");
    private static final Pattern IN_QUOTES = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern IN_XML = Pattern.compile(
            "\\b(?:name|label)=\"([^\"]*)\""
                    + "|<(?:\\w+:)?(documentation|description|text)(?: [^>]*)?>(.*?)</(?:\\w+:)?\\2>",
            Pattern.DOTALL);
    private static final Pattern IN_HTML = Pattern.compile(">([^<>]+)<|aria-label=\"([^\"]*)\"");

    private ReadersTexts() {}

    /** @param text as it is written in the file */
    record Text(String file, String text) {}

    static List<Text> all() {
        List<Text> texts = new ArrayList<>();
        BiConsumer<Path, String> found =
                (file, text) -> texts.add(new Text(file.getFileName().toString(), text));
        files("src/main/resources/messages", ".properties").stream()
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .forEach(file -> lines(file).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .forEach(line -> found.accept(file, line.substring(line.indexOf('=') + 1))));
        files("forms", ".form").forEach(file -> form(json(file), text -> found.accept(file, text)));
        Stream.of(".bpmn", ".dmn")
                .flatMap(ending -> files("bpmn", ending).stream())
                .forEach(file -> IN_XML.matcher(read(file))
                        .results()
                        .forEach(one -> found.accept(file, one.group(1) == null ? one.group(3) : one.group(1))));
        files(PAGES.toString(), "zh.json").forEach(file -> values(json(file), text -> found.accept(file, text)));
        files(PAGES.toString(), ".html")
                .forEach(file -> IN_HTML.matcher(read(file))
                        .results()
                        .forEach(one -> found.accept(file, one.group(1) == null ? one.group(2) : one.group(1))));
        files(PAGES.toString(), ".js")
                .forEach(file -> new ScriptWords(read(file)).pairs().forEach(pair -> found.accept(file, pair.get(0))));
        files("docs/guide", ".md").forEach(file -> lines(file).forEach(line -> found.accept(file, line)));
        files("src/main/resources/demo", ".csv")
                .forEach(file -> lines(file)
                        .forEach(line -> Stream.of(line.split(",")).forEach(cell -> found.accept(file, cell))));
        files("src/main/resources/demo", ".yaml")
                .forEach(file -> values(
                        new ObjectMapper().valueToTree((Object) new Yaml().load(read(file))),
                        text -> found.accept(file, text)));
        return texts;
    }

    /** What is said in English beside it. */
    static List<Text> inEnglish() {
        List<Text> texts = new ArrayList<>();
        BiConsumer<Path, String> found =
                (file, text) -> texts.add(new Text(file.getFileName().toString(), text));
        files("src/main/resources/messages", "_en.properties")
                .forEach(file -> lines(file).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .forEach(line -> found.accept(file, line.substring(line.indexOf('=') + 1))));
        files("forms", ".form").forEach(file -> beside(json(file), text -> found.accept(file, text)));
        find("bpmn", ".bpmn", "name=\"en\\.[^\"]*\" value=\"([^\"]*)\"", found);
        find("bpmn", "words.dmn", "_En\">\\s*<text>\"([^\"]*)\"", found);
        find(PAGES.toString(), ".html", "data-en(?:-label)?=\"([^\"]*)\"", found);
        files(PAGES.toString(), ".js")
                .forEach(file -> new ScriptWords(read(file))
                        .pairs().stream()
                                .filter(pair -> pair.size() == 2)
                                .forEach(pair -> found.accept(file, pair.get(1))));
        return texts;
    }

    private static void beside(JsonNode node, Consumer<String> found) {
        node.path("properties").properties().stream()
                .filter(one -> one.getKey().startsWith("en."))
                .forEach(one -> found.accept(one.getValue().asText()));
        node.forEach(one -> beside(one, found));
    }

    private static void find(String folder, String ending, String pattern, BiConsumer<Path, String> found) {
        files(folder, ending)
                .forEach(file -> Pattern.compile(pattern)
                        .matcher(read(file))
                        .results()
                        .forEach(one -> found.accept(file, one.group(1))));
    }

    /** What a form says, also by a calculation. English stands in its properties. */
    private static void form(JsonNode node, Consumer<String> found) {
        node.properties().forEach(one -> {
            String said = one.getValue().asText();
            if (one.getValue().isTextual() && SAID_BY_FORMS.contains(one.getKey())) {
                if (said.startsWith("=")) {
                    IN_QUOTES.matcher(said).results().forEach(text -> found.accept(text.group(1)));
                } else {
                    said.lines().forEach(found);
                }
            } else if (!one.getKey().equals("properties")) {
                form(one.getValue(), found);
            }
        });
        if (node.isArray()) {
            node.forEach(one -> form(one, found));
        }
    }

    private static void values(JsonNode node, Consumer<String> found) {
        if (node.isTextual()) {
            found.accept(node.asText());
        }
        node.forEach(one -> values(one, found));
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return read(file).lines().toList();
    }
}
