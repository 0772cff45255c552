package org.shangda;

/**
 * What may happen to a file in Modeler, kind by kind; {@link DiagramDamages}, {@link TableDamages} and {@link FormDamages}
 * do it to every place of every shipped file. Exceptions stand in {@code docs/door.md}, each with its reason.
 */
enum DamageKind {
    // Diagrams: something is gone.
    FLOW_REMOVED(Met.REFUSED),
    ELEMENT_REMOVED(Met.REFUSED),
    ELEMENT_BRIDGED(Met.REFUSED),
    EVENT_DEFINITION_REMOVED(Met.REFUSED),
    EXTENSION_REMOVED(Met.REFUSED),
    REFERENCE_REMOVED(Met.REFUSED),
    DEFAULT_REMOVED(Met.SAID),
    LOOP_REMOVED(Met.REFUSED),
    // Diagrams: something has another name.
    ELEMENT_RENAMED(Met.PASSES),
    TASK_RENAMED(Met.REFUSED),
    FLOW_RENAMED(Met.PASSES),
    LABEL_CHANGED(Met.PASSES),
    REFERENCE_MISSPELT(Met.REFUSED),
    REFERENCE_TO_ANOTHER(Met.REFUSED),
    MAPPING_MISSPELT(Met.REFUSED),
    MESSAGE_RENAMED(Met.REFUSED),
    // Diagrams: something leads elsewhere or decides otherwise.
    FLOW_TO_ITS_SOURCE(Met.REFUSED),
    FLOW_TO_AN_END(Met.REFUSED),
    FLOWS_SWAPPED(Met.REFUSED),
    CONDITION_REMOVED(Met.REFUSED),
    CONDITION_UNKNOWN_VARIABLE(Met.REFUSED),
    CONDITION_UNKNOWN_CODE(Met.REFUSED),
    CONDITION_CONSTANT(Met.REFUSED),
    CONDITION_TURNED(Met.REFUSED),
    CONDITION_WITHOUT_QUOTES(Met.REFUSED),
    CONDITION_WITHOUT_BRACKETS(Met.REFUSED),
    DEFAULT_MOVED(Met.REFUSED),
    GATEWAY_CHANGED(Met.REFUSED),
    TASK_CHANGED(Met.REFUSED),
    ATTACHED_ELSEWHERE(Met.REFUSED),
    INTERRUPTING_TURNED(Met.REFUSED),
    BY_EVENT_TURNED(Met.REFUSED),
    LOOP_CHANGED(Met.REFUSED),
    // Diagrams: times.
    TIMER_NONSENSE(Met.REFUSED),
    TIMER_FIXED(Met.REFUSED),
    TIMER_UNKNOWN_VARIABLE(Met.REFUSED),
    TIMER_OTHER_VARIABLE(Met.REFUSED),
    TIMER_WORKING_DAYS_OUT_OF_RANGE(Met.REFUSED),
    // Diagrams: what the panel of Modeler offers besides.
    ASYNCHRONOUS(Met.PASSES),
    RETRY_NONSENSE(Met.REFUSED),
    PRIORITY_NONSENSE(Met.REFUSED),
    ASSIGNED(Met.REFUSED),
    DUE_DATE(Met.REFUSED),
    EXPRESSION_IN_A_TEXT(Met.REFUSED),
    INPUT_UNKNOWN(Met.REFUSED),
    COMPENSATION(Met.REFUSED),
    PROCESS_RENAMED(Met.REFUSED),
    PROCESS_NOT_EXECUTABLE(Met.REFUSED),
    PROCESS_STARTABLE_TURNED(Met.SAID),
    VERSION_TAG(Met.PASSES),
    HISTORY_REMOVED(Met.SAID),
    // Tables.
    ROW_REMOVED(Met.REFUSED),
    ROW_TWICE(Met.REFUSED),
    ROW_TO_THE_TOP(Met.EITHER),
    ROW_CATCHES_ALL(Met.REFUSED),
    ROW_ID_TWICE(Met.REFUSED),
    INPUT_CLEARED(Met.EITHER),
    CELL_CLEARED(Met.REFUSED),
    CELL_UNKNOWN_CODE(Met.REFUSED),
    CELL_UNPARSEABLE(Met.REFUSED),
    CELL_ABSURD_NUMBER(Met.REFUSED),
    CELL_OTHER_TYPE(Met.REFUSED),
    CELL_TOO_LONG(Met.REFUSED),
    CELL_CALCULATED(Met.REFUSED),
    CELLS_SWAPPED(Met.EITHER),
    POLICY_CHANGED(Met.SAID),
    COLUMN_TYPE_CHANGED(Met.REFUSED),
    COLUMN_RENAMED(Met.REFUSED),
    COLUMN_REMOVED(Met.REFUSED),
    COLUMN_ADDED(Met.PASSES),
    COLUMN_LABEL_CHANGED(Met.PASSES),
    DECISION_RENAMED(Met.REFUSED),
    TABLE_REMOVED(Met.REFUSED),
    // Forms.
    FIELD_REMOVED(Met.SAID),
    FIELD_KEY_RENAMED(Met.SAID),
    FIELD_TWICE(Met.REFUSED),
    FIELD_TYPE_CHANGED(Met.REFUSED),
    FIELD_REQUIRED_UNSEEN(Met.EITHER),
    FIELD_IMPOSSIBLE(Met.REFUSED),
    FIELD_LIST_REMOVED(Met.REFUSED),
    FIELD_LIST_MISSPELT(Met.REFUSED),
    FIELD_ENABLED(Met.REFUSED),
    FIELD_DISABLED(Met.SAID),
    FIELD_HIDDEN(Met.SAID),
    FIELD_CONDITION_BROKEN(Met.SAID),
    FIELD_LABEL_CHANGED(Met.PASSES),
    FIELD_ADDED(Met.PASSES),
    FORM_RENAMED(Met.REFUSED),
    // Files.
    FILE_EMPTY(Met.REFUSED),
    FILE_CUT(Met.REFUSED),
    FILE_OTHER_ENCODING(Met.REFUSED),
    FILE_WITH_A_MARK(Met.PASSES),
    FILE_DEFINES_TWO(Met.REFUSED),
    FILE_OF_ANOTHER(Met.REFUSED);

    /** How the door should meet it. */
    enum Met {
        /** With its file, and the element, row or field. */
        REFUSED,
        /** Refused where somebody would be hurt, otherwise accepted with a warning. */
        SAID,
        /** It does no harm. */
        PASSES,
        /** It may be meant so: refused only where somebody would be hurt. */
        EITHER
    }

    private final Met met;

    DamageKind(Met met) {
        this.met = met;
    }

    Met met() {
        return met;
    }
}
