package org.shangda.reporting;

import java.util.List;

/**
 * Records of one person, a branch or a college in one file, each sheet on a page of its own.
 *
 * @param unit whose records they are: name of a person or unit
 * @param term name of the academic term
 * @param sheets by carrier, then partner
 */
record RecordFile(String unit, String term, List<RecordSheet> sheets) {

    RecordFile {
        sheets = List.copyOf(sheets);
    }

    int rows() {
        return sheets.stream().mapToInt(sheet -> sheet.rows().size()).sum();
    }
}
