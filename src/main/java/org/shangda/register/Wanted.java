package org.shangda.register;

import org.shangda.refusal.Refusal;

/**
 * What of a list is asked for; null or empty for all.
 *
 * @param period {@code month}, {@code last-month}, {@code term} or {@code all}
 * @param category code of a category
 * @param result of a register: what a visit came to, or {@code open}; of what somebody did: what kind of thing they did
 * @param overdue of a register: only what was not done by its day
 * @param q looked for in number and title, at most 100 characters
 * @param page from 0, each of {@value #ROWS} rows; no matter for a file
 */
public record Wanted(String period, String category, String result, Boolean overdue, String q, Integer page) {

    static final int ROWS = 25;

    /** So many rows in one file: seconds of work. */
    static final int MOST_IN_A_FILE = 5_000;

    private static final int LONGEST_QUESTION = 100;

    public Wanted {
        period = blank(period) ? "all" : period;
        category = blank(category) ? null : category;
        result = blank(result) ? null : result;
        overdue = overdue != null && overdue;
        q = blank(q) ? null : q.strip();
        page = page == null || page < 0 ? 0 : Math.min(page, 100_000);
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }

    /** @throws Refusal where more is looked for than anybody types */
    Wanted checked() {
        if (q != null && q.length() > LONGEST_QUESTION) {
            throw Refusal.invalid("register.question-too-long", LONGEST_QUESTION);
        }
        return this;
    }

    /** The page that is asked for, or the last where there are not so many. */
    int pageOf(int total) {
        return Math.min(page, Math.max(0, pages(total) - 1));
    }

    static int pages(int total) {
        return (total + ROWS - 1) / ROWS;
    }

    /** @throws Refusal where one file would be too large */
    static void requireFitsAFile(int total) {
        if (total > MOST_IN_A_FILE) {
            throw Refusal.invalid("register.file-too-large", total, MOST_IN_A_FILE);
        }
    }
}
