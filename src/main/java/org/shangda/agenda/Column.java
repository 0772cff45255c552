package org.shangda.agenda;

import java.util.List;
import java.util.stream.Stream;

/** The columns in their order. What they are called, on paper and in the template's places, is in the message file. */
enum Column {
    NUMBER("number"),
    MATTER("matter"),
    UNITS("units"),
    PEOPLE("people"),
    DONE("done"),
    UNSOLVED("unsolved"),
    OPINION("opinion"),
    PROPOSAL("proposal"),
    PROPOSED_LEAD("proposed-lead"),
    DECISION("decision"),
    LEAD("lead"),
    UNTIL("until"),
    CARRIED_OUT("carried-out");

    private final String code;

    Column(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** @param after whether the meeting has been held: the last four are filled in then only */
    static List<Column> of(boolean after) {
        return Stream.of(values())
                .filter(column -> after || column.compareTo(DECISION) < 0)
                .toList();
    }
}
