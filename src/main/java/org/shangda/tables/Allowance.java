package org.shangda.tables;

/** What one file may hold in all. It is counted while reading, so that a file stops where it is too much. */
final class Allowance {

    /** Twenty thousand rows of a hundred columns. */
    static final int CELLS = 2_000_000;

    /** Twenty thousand rows have less than half of it. */
    static final int CHARACTERS = 16_000_000;

    private int cells;
    private int characters;

    /** @throws Unreadable when it is too much */
    void take(String text) throws Unreadable {
        take(1, text.length());
    }

    /** @throws Unreadable when it is too much */
    void take(int moreCells, int moreCharacters) throws Unreadable {
        cells += moreCells;
        characters += moreCharacters;
        if (cells > CELLS || characters > CHARACTERS) {
            throw new Unreadable("file.too-much");
        }
    }

    static void rows(int count) throws Unreadable {
        if (count > GridReader.MAX_ROWS + GridReader.WITHIN_ROWS) {
            throw new Unreadable("file.too-many-rows", GridReader.MAX_ROWS);
        }
    }
}
