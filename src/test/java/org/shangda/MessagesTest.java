package org.shangda;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence is there in both languages, every code has a name, and none is left over. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile("(?:Refusal\\s*\\.(?:invalid|notFound|conflict)"
            + "|\\b(?:say|sentences)\\s*\\.(?:of|inChinese|inEnglish))\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final String SOURCES = sources();
    private static final Set<String> LITERALS =
            LITERAL.matcher(SOURCES).results().map(found -> found.group(1)).collect(toSet());

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_say_the_same_with_the_same_arguments(String module) {
        Properties chinese = load(module + ".properties");
        Properties english = load(module + "_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        chinese.stringPropertyNames().forEach(code -> {
            assertThat(chinese.getProperty(code)).as(code).isNotBlank();
            assertThat(english.getProperty(code)).as(code).isNotBlank();
            assertThat(arguments(english.getProperty(code))).as(code).isEqualTo(arguments(chinese.getProperty(code)));
        });
    }

    @Test
    void every_sentence_that_the_sources_name_is_there() {
        Set<String> named =
                SENTENCE.matcher(SOURCES).results().map(found -> found.group(1)).collect(toSet());
        assertThat(named).hasSizeGreaterThan(60);
        assertThat(all().stringPropertyNames()).containsAll(named);
    }

    /** An enum's code is shown under a name: a word of the table, or a sentence. */
    @ParameterizedTest
    @CsvSource({
        "org.shangda.concern.Exit,                       exit",
        "org.shangda.concern.Measure,                    measure",
        "org.shangda.concern.Ruling,                     ruling",
        "org.shangda.concern.Supervision$Reason,         supervision-reason",
        "org.shangda.concern.HandlingPause$Reason,       clock.why",
        "org.shangda.concern.Step$Kind,                  step"
    })
    void every_code_has_a_name(String type, String kind) throws ReflectiveOperationException {
        Method code = Class.forName(type).getDeclaredMethod("code");
        code.setAccessible(true);
        Properties messages = all();
        for (Object constant : Class.forName(type).getEnumConstants()) {
            String name = (String) code.invoke(constant);
            assertThat(ShippedWords.words().knows(kind, name) || messages.containsKey(kind + "." + name))
                    .as(kind + "." + name)
                    .isTrue();
        }
    }

    @Test
    void every_enum_with_codes_is_looked_at_here() {
        CsvSource looked = Arrays.stream(getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals("every_code_has_a_name"))
                .map(method -> method.getAnnotation(CsvSource.class))
                .findAny()
                .orElseThrow();
        Set<String> listed =
                Stream.of(looked.value()).map(line -> line.split(",")[0]).collect(toSet());
        assertThat(new ClassFileImporter()
                        .importPackages("org.shangda.concern").stream()
                                .filter(type -> type.isEnum()
                                        && type.tryGetMethod("code").isPresent()
                                        && !type.getSimpleName().equals("Verdict"))
                                .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void no_sentence_is_left_over() {
        Set<String> unused = new TreeSet<>();
        all().stringPropertyNames().stream().filter(code -> !isUsed(code)).forEach(unused::add);
        assertThat(unused).isEmpty();
    }

    /**
     * Written out, put together from its beginning and a code ("exit." + code), or, in the roster's report and in the
     * reader of tables, written without its beginning.
     */
    private static boolean isUsed(String code) {
        String report = "university.roster.";
        String tables = "tables.";
        return LITERALS.contains(code)
                || code.startsWith(report) && LITERALS.contains(code.substring(report.length()))
                || code.startsWith(tables) && LITERALS.contains(code.substring(tables.length()))
                || LITERALS.stream()
                        .anyMatch(text -> text.matches("[a-z]+(\\.[a-z-]+)*\\.")
                                && !text.equals(report)
                                && !text.equals(tables)
                                && code.startsWith(text));
    }

    private static Set<String> arguments(String sentence) {
        // The calendar's patterns of dates are in quotes of their own and have no arguments.
        assertThat(new MessageFormat(sentence).getFormats()).isNotNull();
        return Pattern.compile("\\{\\d")
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(toSet());
    }

    /** Whatever has a file of messages, in either language. */
    static Set<String> modules() {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties", ""))
                    .collect(toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties all() {
        Properties all = new Properties();
        modules().forEach(module -> all.putAll(load(module + ".properties")));
        return all;
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES.resolve(name))) {
            properties.load(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }

    private static String sources() {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return all.toString();
    }
}
