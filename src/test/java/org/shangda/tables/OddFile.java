package org.shangda.tables;

import java.util.List;

/**
 * @param expected the cell's value, or code and arguments of the sentence
 * @param refused which of both
 */
public record OddFile(String name, byte[] content, List<String> expected, boolean refused) {

    @Override
    public String toString() {
        return name;
    }
}
