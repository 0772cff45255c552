package org.shangda.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * What one Party member or leader did for one partner: a page of the member's handbook (T10 「建立党员工作手册」), and
 * Jilin's annex (J29 「党员领导干部联系党支部、联系师生工作记录表」). Both have the annex's columns.
 *
 * @param leader whether it is the annex
 * @param carrier name of the member or leader
 * @param post their posts, empty without any
 * @param branch name of the linked branch, otherwise empty
 * @param colleague name of the linked person, otherwise empty
 * @param rows by day
 */
record RecordSheet(boolean leader, String carrier, String post, String branch, String colleague, List<Row> rows) {

    RecordSheet {
        rows = List.copyOf(rows);
    }

    /**
     * @param what 具体联系情况: way, topics, what was done, and the note if the colleague has confirmed it; one line each
     */
    record Row(LocalDate day, List<String> what) {

        Row {
            what = List.copyOf(what);
        }
    }
}
