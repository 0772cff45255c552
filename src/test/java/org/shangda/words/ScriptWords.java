package org.shangda.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script of the pages says: pairs of Chinese and English, and whatever is written outside of such a pair. */
final class ScriptWords {

    /** Functions that are given the same in Chinese and in English. */
    private static final Pattern PAIR = Pattern.compile("\\b(?:say|words|heading)\\((?!\\))");

    /** What a script of the vendor's says, by a pattern, and what it is to say. */
    private static final Pattern REWORDED = Pattern.compile("/\\^[^\\n]*?\\$/s?,\\s*(?:'[^'\\n]*'|`[^`\\n]*`)");

    private static final Set<Character> BEFORE_A_PATTERN = Set.of('(', ',', '=', '[', ':', '?', '!', '&', '|', '\n');

    private final String script;
    private final List<List<String>> pairs = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();

    ScriptWords(String written) {
        script = withoutComments(REWORDED.matcher(written).replaceAll(""));
        Matcher pair = PAIR.matcher(script);
        int at = 0;
        while (pair.find()) {
            if (pair.start() >= at) {
                rest.append(script, at, pair.start());
                at = readPair(pair.end());
            }
        }
        rest.append(script.substring(at));
    }

    /** Each with all that its function is given. */
    List<List<String>> pairs() {
        return pairs;
    }

    /** Lines of the script without its pairs and comments. */
    List<String> rest() {
        return rest.toString().lines().map(String::strip).toList();
    }

    private int readPair(int start) {
        List<String> given = new ArrayList<>();
        int from = start;
        int at = start;
        int depth = 0;
        while (depth >= 0) {
            char one = script.charAt(at);
            int past = past(script, at);
            if (past == at + 1 && "([{".indexOf(one) >= 0) {
                depth++;
            } else if (past == at + 1 && ")]}".indexOf(one) >= 0) {
                depth--;
            }
            if (depth < 0 || one == ',' && depth == 0) {
                String said = script.substring(from, at).strip();
                if (!said.isEmpty()) {
                    given.add(said);
                }
                from = at + 1;
            }
            at = past;
        }
        pairs.add(given);
        return at;
    }

    private static String withoutComments(String written) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < written.length()) {
            int past = past(written, at);
            if (written.startsWith("/*", at)) {
                past = written.indexOf("*/", at) + 2;
            } else if (written.startsWith("//", at)) {
                int end = written.indexOf('\n', at);
                past = end < 0 ? written.length() : end;
            } else {
                kept.append(written, at, past);
            }
            at = past;
        }
        return kept.toString();
    }

    /** Past the text or pattern that begins here, or past one character. */
    private static int past(String code, int at) {
        char one = code.charAt(at);
        if (one == '\'' || one == '"' || one == '`') {
            return pastText(code, at);
        }
        boolean pattern = one == '/'
                && !code.startsWith("//", at)
                && !code.startsWith("/*", at)
                && BEFORE_A_PATTERN.contains(lastBefore(code, at));
        return pattern ? pastPattern(code, at) : at + 1;
    }

    private static char lastBefore(String code, int at) {
        int before = at - 1;
        while (before >= 0 && code.charAt(before) == ' ') {
            before--;
        }
        return before < 0 ? '\n' : code.charAt(before);
    }

    private static int pastText(String code, int start) {
        char quote = code.charAt(start);
        int at = start + 1;
        while (code.charAt(at) != quote) {
            if (code.charAt(at) == '\\') {
                at += 2;
            } else if (quote == '`' && code.startsWith("${", at)) {
                at = pastHole(code, at + 2);
            } else {
                at++;
            }
        }
        return at + 1;
    }

    private static int pastHole(String code, int start) {
        int at = start;
        int depth = 0;
        while (depth > 0 || code.charAt(at) != '}') {
            depth += code.charAt(at) == '{' ? 1 : code.charAt(at) == '}' ? -1 : 0;
            at = past(code, at);
        }
        return at + 1;
    }

    private static int pastPattern(String code, int start) {
        int at = start + 1;
        boolean set = false;
        while (set || code.charAt(at) != '/') {
            char one = code.charAt(at);
            set = one == '[' || set && one != ']';
            at += one == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
