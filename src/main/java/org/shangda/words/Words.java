package org.shangda.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What codes are called, in the language of the caller or in a given one. A label never fails: a code that nobody has named
 * is shown as it is, so that a row which is added to another table never stops anybody's work.
 */
@Component
public class Words {

    private final DeployedLexicon deployed;

    public Words(DeployedLexicon deployed) {
        this.deployed = deployed;
    }

    /** In the language of the present request; Chinese where there is none. */
    public String label(String kind, String code) {
        return label(kind, code, language());
    }

    /** In Chinese, which is the language of task names, mails and papers. */
    public String inChinese(String kind, String code) {
        return label(kind, code, Word.CHINESE);
    }

    public String inEnglish(String kind, String code) {
        return label(kind, code, Word.ENGLISH);
    }

    /** @param word {@code kind.code} in one */
    public String inChinese(String word) {
        int dot = word.indexOf('.');
        return inChinese(word.substring(0, dot), word.substring(dot + 1));
    }

    /**
     * 依据条款, as a row of a table says it. A policy is quoted as it stands; that there is none is said in the reader's language.
     *
     * @param clause may be null
     */
    public String clause(String clause) {
        return clause == null ? null : Clauses.in(language(), clause);
    }

    /** All of a kind that are in use, in the table's order, in the language of the present request. */
    public List<Choice> choices(String kind) {
        String language = language();
        return inUse(kind)
                .map(word -> new Choice(word.in(language), word.code()))
                .toList();
    }

    /**
     * Those of these codes that are not out of use: in the table's order, and then what it does not name, as it comes.
     *
     * @param allowed what the domain takes here and now
     */
    public List<Choice> choices(String kind, Collection<String> allowed) {
        Lexicon lexicon = deployed.inForce();
        Stream<String> named = inUse(kind).map(Word::code).filter(allowed::contains);
        Stream<String> unnamed = allowed.stream().filter(code -> lexicon.word(kind, code) == null);
        return Stream.concat(named, unnamed)
                .distinct()
                .map(code -> new Choice(label(kind, code), code))
                .toList();
    }

    /** All that there can be of a kind, other names of one code too: in the table's order, and then what it does not name. */
    public List<Choice> choices(WordKind kind) {
        return offered(kind)
                .map(code -> new Choice(label(kind.name(), code), code))
                .toList();
    }

    /** All of a kind that are in use, in the table's order. */
    public List<String> codes(String kind) {
        return inUse(kind).map(Word::code).toList();
    }

    /**
     * What somebody has chosen from {@link #choices(String)}.
     *
     * @param field whose label the refusal names
     * @throws Refusal when the list does not offer it
     */
    public String chosen(String kind, String code, String field) {
        return inUse(kind)
                .map(Word::code)
                .filter(offered -> offered.equals(code))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown(field));
    }

    /**
     * What somebody has chosen from {@link #choices(WordKind)}.
     *
     * @param field whose label the refusal names
     * @throws Refusal when the list does not offer it
     */
    public String chosen(WordKind kind, String code, String field) {
        return offered(kind)
                .filter(offered -> offered.equals(code))
                .findFirst()
                .orElseThrow(() -> Inputs.unknown(field));
    }

    /** Several, each once; none where nothing was chosen. */
    public List<String> chosen(String kind, List<String> codes, String field) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .distinct()
                        .map(code -> chosen(kind, code, field))
                        .toList();
    }

    /** Codes of a kind that are called so in any language, in use or not, the narrowed ones too. */
    public List<String> codesCalled(String kind, Predicate<String> name) {
        return deployed.inForce().of(kind).values().stream()
                .filter(word -> word.names().values().stream().anyMatch(name))
                .map(Word::code)
                .toList();
    }

    /** Whether the table names this code itself, in use or not. */
    public boolean knows(String kind, String code) {
        return deployed.inForce().word(kind, code) != null;
    }

    /** Languages in which something is named, for example {@code zh}. */
    public Set<String> languages() {
        return deployed.inForce().languages();
    }

    /**
     * A code may be narrowed after a dot: {@code pass-up.branch} is passing up from the branch, and called as passing up is
     * where it has no word of its own. No list offers it.
     */
    private String label(String kind, String code, String language) {
        Lexicon lexicon = deployed.inForce();
        String widest = code;
        for (String wider = code; wider != null; wider = wider(wider)) {
            Word word = lexicon.word(kind, wider);
            if (word != null) {
                return word.in(language);
            }
            widest = wider;
        }
        return widest;
    }

    private Stream<String> offered(WordKind kind) {
        Lexicon lexicon = deployed.inForce();
        return Stream.concat(
                lexicon.of(kind.name()).values().stream()
                        .filter(Word::inUse)
                        .map(Word::code)
                        .filter(kind::takes),
                kind.acted().stream().filter(code -> lexicon.word(kind.name(), code) == null));
    }

    private static String wider(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? null : code.substring(0, dot);
    }

    private Stream<Word> inUse(String kind) {
        return deployed.inForce().of(kind).values().stream()
                .filter(Word::inUse)
                .filter(word -> wider(word.code()) == null);
    }

    private static String language() {
        Locale locale = LocaleContextHolder.getLocaleContext() == null ? null : LocaleContextHolder.getLocale();
        return Objects.requireNonNullElse(locale, Locale.SIMPLIFIED_CHINESE).getLanguage();
    }
}
