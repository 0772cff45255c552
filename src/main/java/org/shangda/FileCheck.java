package org.shangda;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shangda.engine.DoorOverFiles;
import org.shangda.engine.door.Finding;
import org.shangda.engine.door.Proposal;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Sentences;
import org.shangda.university.NamedUnits;
import org.shangda.university.RosterFile;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Whether diagrams, tables and forms in a folder may be deployed together over the shipped ones: {@code java -jar shangda.jar
 * check FOLDER [--units=FILE] [--programmes=CODE,CODE]}. Neither a web server nor a database is started, nothing is changed.
 */
final class FileCheck {

    static final String COMMAND = "check";

    private static final String UNITS = "--units=";
    private static final String PROGRAMMES = "--programmes=";

    private final Consumer<String> out;
    private final Sentences sentences;

    /** @param out takes each line, Chinese first */
    FileCheck(Consumer<String> out) {
        this.out = out;
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        sentences = new Sentences(messages);
    }

    /**
     * @param arguments after the command
     * @return 0 when the files may be deployed, else 1
     */
    int run(List<String> arguments) {
        List<String> folders =
                arguments.stream().filter(one -> !one.startsWith("--")).toList();
        boolean known = arguments.stream()
                .filter(one -> one.startsWith("--"))
                .allMatch(one -> one.startsWith(UNITS) || one.startsWith(PROGRAMMES));
        if (folders.size() != 1 || !known) {
            say("engine.check.usage");
            return 1;
        }
        try {
            return check(Path.of(folders.get(0)), arguments);
        } catch (IOException | IllegalArgumentException unreadable) {
            say("engine.check.unreadable", unreadable.getMessage());
            return 1;
        }
    }

    private int check(Path folder, List<String> arguments) throws IOException {
        Map<String, byte[]> files = files(folder);
        if (files.isEmpty()) {
            say("engine.check.nothing", folder);
            return 1;
        }
        Resource roster = option(arguments, UNITS)
                .<Resource>map(FileSystemResource::new)
                .findFirst()
                .orElseGet(() -> new ClassPathResource("demo/units.csv"));
        Map<String, byte[]> shipped = shipped();
        Set<String> programmes = new TreeSet<>(programmes(shipped));
        option(arguments, PROGRAMMES)
                .flatMap(codes -> Stream.of(codes.split(",")))
                .forEach(programmes::add);
        List<Finding> findings;
        try (DoorOverFiles over = open(shipped, units(roster), programmes)) {
            findings = over.door().examine(files);
        }
        findings.forEach(finding -> out.accept(both(
                sentences.inChinese(finding.refuses() ? "engine.check.refused" : "engine.check.warned"),
                finding.line())));
        long refused = findings.stream().filter(Finding::refuses).count();
        if (refused > 0) {
            say("engine.check.failed", files.size(), refused);
            return 1;
        }
        say("engine.check.passed", files.size());
        return 0;
    }

    /** The product's door over files that take the place of those in force. */
    static DoorOverFiles open(Map<String, byte[]> inForce, List<Unit> units, Collection<String> programmes) {
        List<Programme> all = programmes.stream()
                .map(code -> new Programme(code, code, code, code, LocalDate.EPOCH, null, false))
                .toList();
        return new DoorOverFiles(
                inForce, answering(University.class, "units", units), answering(Programmes.class, "all", all));
    }

    /** Of the roster and the programmes no rule asks more than what there is. */
    private static <T> T answering(Class<T> type, String question, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, asked, given) -> {
            if (asked.getDeclaringClass() == Object.class) {
                return switch (asked.getName()) {
                    case "toString" -> type.getSimpleName();
                    case "hashCode" -> System.identityHashCode(self);
                    default -> self == given[0];
                };
            }
            if (asked.getName().equals(question)) {
                return answer;
            }
            throw new UnsupportedOperationException(asked.getName());
        }));
    }

    // --- what it is given --------------------------------------------------------------------------------------------

    /** Also in folders below, as a set that was downloaded has them. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.matches(".*\\.(bpmn|dmn|form)")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    static Map<String, byte[]> shipped() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String pattern : List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")) {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                files.put(file.getFilename(), file.getContentAsByteArray());
            }
        }
        return files;
    }

    static List<Unit> units(Resource roster) throws IOException {
        return NamedUnits.of(new RosterFile(
                RosterFile.Part.UNITS, String.valueOf(roster.getFilename()), roster.contentLength(), roster));
    }

    /** Those that the shipped tables have rows for. */
    static Set<String> programmes(Map<String, byte[]> shipped) {
        return Proposal.of(shipped).tables().stream()
                .flatMap(table -> table.codesOf("programme").stream())
                .collect(toSet());
    }

    private static Stream<String> option(List<String> arguments, String name) {
        return arguments.stream().filter(one -> one.startsWith(name)).map(one -> one.substring(name.length()));
    }

    // --- what it says ------------------------------------------------------------------------------------------------

    private void say(String code, Object... arguments) {
        Object[] words = Arrays.stream(arguments).map(String::valueOf).toArray();
        out.accept(sentences.inChinese(code, words) + " / " + sentences.inEnglish(code, words));
    }

    private String both(String before, MessageSourceResolvable line) {
        return (before + " " + sentences.inChinese(line) + " / " + sentences.inEnglish(line)).replaceAll("\\R", " ");
    }
}
