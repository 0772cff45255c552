package org.shangda.tables;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Text as people see it: one spelling for what looks the same, and nothing that cannot be seen. */
final class Characters {

    /**
     * Radicals that stand for a whole character, as text copied from PDF files has them, each before that character
     * (Unicode's Equivalent_Unified_Ideograph for U+2E80 to U+2EFF; the radicals from U+2F00 on are folded by NFKC).
     */
    private static final String RADICALS = "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺"
            + "⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷"
            + "⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private static final Map<Integer, Integer> WHOLE = whole();

    /** Joiners, marks of order, tags, choices of a glyph: nobody sees whether they are there. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\x{180B}-\\x{180F}\\x{2065}\\x{3164}\\x{FE00}-\\x{FE0F}"
                    + "\\x{FFA0}\\x{E0000}-\\x{E0FFF}\\x{115F}\\x{1160}]");

    /**
     * Control characters other than line breaks and tabs, halves of characters, what an earlier program could not read,
     * what is no character at all, and marks that make the text show in another order than it is stored.
     */
    private static final Pattern BROKEN = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n\\r]]|[\\p{Cs}\\x{FFFC}\\x{FFFD}\\x{FDD0}-\\x{FDEF}\\x{202B}\\x{202E}\\x{2067}\\x{2068}]"
                    + "|[\\x{FFFE}\\x{FFFF}\\x{1FFFE}\\x{1FFFF}\\x{2FFFE}\\x{2FFFF}]");

    private static final Pattern PRIVATE = Pattern.compile("\\p{Co}");

    private Characters() {}

    /** Whether nobody can say what the text reads. */
    static boolean broken(String text) {
        return !plainAscii(text) && BROKEN.matcher(text).find();
    }

    static String plain(String text) {
        if (plainAscii(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFC)
                .codePoints()
                .forEach(character -> plain.appendCodePoint(WHOLE.getOrDefault(character, character)));
        return plain.toString();
    }

    /** Whether it has characters that only the computer that wrote them can show. */
    static boolean privateUse(String text) {
        return !plainAscii(text) && PRIVATE.matcher(text).find();
    }

    private static boolean plainAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }

    private static Map<Integer, Integer> whole() {
        Map<Integer, Integer> whole = new HashMap<>();
        int[] pairs = RADICALS.codePoints().toArray();
        for (int i = 0; i < pairs.length; i += 2) {
            whole.put(pairs[i], pairs[i + 1]);
        }
        for (int radical = 0x2F00; radical <= 0x2FD5; radical++) {
            whole.put(
                    radical,
                    Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC)
                            .codePointAt(0));
        }
        return whole;
    }
}
