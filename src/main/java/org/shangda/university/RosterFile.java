package org.shangda.university;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that was handed in for the roster.
 *
 * @param part what it holds
 * @param name as the user knows it, for the report
 * @param size in bytes, looked at before anything is read
 */
public record RosterFile(Part part, String name, long size, InputStreamSource content) {

    /** What a file holds. */
    public enum Part {
        /** 单位, as CSV or XLSX. */
        UNITS,
        /** 人员, as CSV or XLSX. */
        PEOPLE,
        /** One XLSX with a sheet of each. */
        WORKBOOK
    }
}
