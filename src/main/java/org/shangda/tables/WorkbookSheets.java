package org.shangda.tables;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a workbook's list of sheets. */
final class WorkbookSheets extends DefaultHandler {

    /** @param relation under which the workbook knows the sheet's part */
    record Sheet(String name, boolean hidden, String relation) {}

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<Sheet> all = new ArrayList<>();
    private boolean since1904;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (!uri.equals(WorkbookReader.NAMESPACE)) {
            return;
        }
        if (name.equals("workbookPr")) {
            String value = attributes.getValue("date1904");
            since1904 = "1".equals(value) || "true".equals(value);
        } else if (name.equals("sheet")) {
            String state = attributes.getValue("state");
            all.add(new Sheet(
                    attributes.getValue("name"),
                    state != null && !state.equals("visible"),
                    attributes.getValue(RELATIONS, "id")));
        }
    }

    /** In the order of their tabs. */
    List<Sheet> all() {
        return all;
    }

    /** Whether days are counted as old Macs did, which is four years later. */
    boolean since1904() {
        return since1904;
    }
}
