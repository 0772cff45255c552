package org.shangda.tables;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the texts that a workbook's cells share: each once, however many cells refer to it. */
final class SharedTexts extends DefaultHandler {

    private final Allowance allowance;
    private final List<Cell> cells = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int inReading;

    SharedTexts(Allowance allowance) {
        this.allowance = allowance;
    }

    /** @return broken where there is none of this number */
    Cell get(String number) {
        try {
            return cells.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Cell.faulty("cell.broken", "");
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (uri.equals(WorkbookReader.NAMESPACE)) {
            switch (name) {
                case "si" -> text.setLength(0);
                case "rPh" -> inReading++;
                case "t" -> inText = inReading == 0;
                default -> {}
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inText) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (uri.equals(WorkbookReader.NAMESPACE)) {
            switch (name) {
                case "si" -> add();
                case "rPh" -> inReading--;
                case "t" -> inText = false;
                default -> {}
            }
        }
    }

    private void add() throws SAXException {
        try {
            allowance.take(text.toString());
        } catch (Unreadable e) {
            throw new SAXException(e);
        }
        cells.add(Cell.typed(unescaped(text.toString())));
    }

    /** Characters that XML cannot carry are written as _x000D_. */
    static String unescaped(String text) {
        return text.length() <= 10 * Cell.LONGEST && text.contains("_x")
                ? new XSSFRichTextString(text).getString()
                : text;
    }
}
