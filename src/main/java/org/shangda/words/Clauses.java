package org.shangda.words;

/** How clauses are said that no policy has. */
final class Clauses {

    private static final String PRACTICE = "实践做法，非制度规定";
    private static final String AFTER = PRACTICE + "。参照 ";
    /** Tables of earlier versions say it in both languages at once. */
    private static final String ALSO_IN_ENGLISH = " / practice, not policy";

    private Clauses() {}

    static String in(String language, String clause) {
        String chinese = clause.replace(ALSO_IN_ENGLISH, "");
        return language.equals(Word.CHINESE)
                ? chinese
                : chinese.replace(AFTER, "Practice, not policy; after ").replace(PRACTICE, "Practice, not policy");
    }
}
