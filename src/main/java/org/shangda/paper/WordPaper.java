package org.shangda.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTVMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * An A4 page as Chinese offices print it: headings in 黑体, text in 仿宋. Word finds these fonts on the reader's machine,
 * or takes the nearest Chinese one.
 */
public final class WordPaper implements AutoCloseable {

    private static final String HEADING = "黑体";
    private static final String TEXT = "仿宋";
    private static final String LATIN = "Times New Roman";

    /** 16 cm between margins of 2.5 cm, in twentieths of a point. */
    public static final int WIDTH = 9070;

    /** Of small print: points of a letter, and the height of a line in points, the same for every line but the title. */
    public static final int SMALL_PRINT = 9;

    public static final int SMALL_LINE = 12;

    private static final int TITLE = 16;

    private final XWPFDocument word = new XWPFDocument();
    private final boolean smallPrint;
    private boolean pageBreakDue;

    public WordPaper() {
        this(false);
    }

    /** So that what is on one page can be counted: a line is as high as it is, whatever fonts the reader has. */
    public static WordPaper inSmallPrint() {
        return new WordPaper(true);
    }

    private WordPaper(boolean smallPrint) {
        this.smallPrint = smallPrint;
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz page = section.addNewPgSz();
        page.setW(BigInteger.valueOf(11906));
        page.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        BigInteger margin = BigInteger.valueOf(1418);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
        XWPFParagraph footer = word.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                .createParagraph();
        footer.setAlignment(ParagraphAlignment.CENTER);
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    public void title(String text) {
        XWPFParagraph paragraph = paragraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(120);
        write(paragraph, text, HEADING, TITLE, true);
    }

    public void heading(String text) {
        XWPFParagraph paragraph = paragraph();
        paragraph.setSpacingBefore(smallPrint ? 80 : 200);
        write(paragraph, text, HEADING, 14, true);
    }

    /** @param text lines as typed */
    public void text(String text) {
        for (String line : text.split("\\R", -1)) {
            XWPFParagraph paragraph = paragraph();
            paragraph.setIndentationFirstLine(480);
            write(paragraph, line, TEXT, 12, false);
        }
    }

    /**
     * The beginning of a text that is no longer than a width, with an ellipsis where more was left off.
     *
     * @param width in twentieths of a point, of small print
     */
    public static String fit(String text, int width) {
        StringBuilder fitting = new StringBuilder();
        int left = width - widthOf('…');
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            left -= widthOf(letter);
            at += Character.charCount(letter);
            if (left < 0 && !(at == text.length() && left + widthOf('…') >= 0)) {
                return fitting.append('…').toString();
            }
            fitting.appendCodePoint(letter);
        }
        return fitting.toString();
    }

    /** A Chinese letter is as wide as it is high; the widest of the others nearly so, most about half. */
    private static int widthOf(int letter) {
        int whole = SMALL_PRINT * 20;
        if (letter >= 0x2000) {
            return whole;
        }
        return Character.isUpperCase(letter) || letter == 'm' || letter == 'w' ? whole * 9 / 10 : whole * 6 / 10;
    }

    public void small(String text) {
        write(paragraph(), text, TEXT, 9, false);
    }

    public void centred(String text) {
        XWPFParagraph paragraph = paragraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        write(paragraph, text, TEXT, 12, false);
    }

    public void newPage() {
        pageBreakDue = true;
    }

    private XWPFParagraph paragraph() {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setPageBreak(pageBreakDue);
        pageBreakDue = false;
        return paragraph;
    }

    /** @param widths of the columns, adding up to {@link #WIDTH} */
    public Table table(int... widths) {
        return new Table(word.createTable(1, widths.length), widths);
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            word.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(XWPFParagraph paragraph, String text, String font, int ordinary, boolean bold) {
        int points = ordinary;
        if (smallPrint) {
            boolean title = points == TITLE;
            paragraph.setSpacingBetween(title ? TITLE + 4 : SMALL_LINE, LineSpacingRule.EXACT);
            points = title ? TITLE : SMALL_PRINT;
        }
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(LATIN, FontCharRange.ascii);
        run.setFontFamily(LATIN, FontCharRange.hAnsi);
        run.setFontFamily(font, FontCharRange.eastAsia);
        run.setFontSize(points);
        run.setBold(bold);
        run.setText(text);
    }

    /** A table that is written row by row. */
    public final class Table {

        private final XWPFTable table;
        private final int[] widths;
        private boolean started;

        private Table(XWPFTable table, int... widths) {
            this.table = table;
            this.widths = widths;
            table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
            table.setWidth(WIDTH);
            if (smallPrint) {
                table.setCellMargins(0, 40, 0, 40);
            }
            var grid = table.getCTTbl().addNewTblGrid();
            for (int width : widths) {
                grid.addNewGridCol().setW(BigInteger.valueOf(width));
            }
        }

        public Row row() {
            XWPFTableRow row = started ? table.createRow() : table.getRow(0);
            started = true;
            row.setCantSplitRow(false);
            if (smallPrint) {
                // Where the reader's fonts are wider, a cell is cut rather than the page.
                row.setHeight(SMALL_LINE * 20);
                row.setHeightRule(TableRowHeightRule.EXACT);
            }
            return new Row(row);
        }

        /** A row that is written cell by cell. */
        public final class Row {

            private final XWPFTableRow row;
            private int column;
            private int cell;

            private Row(XWPFTableRow row) {
                this.row = row;
            }

            /** Printed again on every page that the table reaches. */
            public Row repeated() {
                row.setRepeatHeader(true);
                return this;
            }

            public Row label(String text) {
                return cell(1, true, null, List.of(text));
            }

            public Row value(int columns, String text) {
                return cell(columns, false, null, List.of(text));
            }

            public Row label(int columns, String text) {
                return cell(columns, true, null, List.of(text));
            }

            public Row lines(int columns, List<String> lines) {
                return cell(columns, false, null, lines);
            }

            /** A label that reaches down over the rows that {@linkplain #below continue} it. */
            public Row labelAbove(String text) {
                return cell(1, true, STMerge.RESTART, List.of(text));
            }

            public Row below() {
                return cell(1, true, STMerge.CONTINUE, List.of(""));
            }

            private Row cell(int columns, boolean label, STMerge.Enum merge, List<String> lines) {
                XWPFTableCell target = row.getCell(cell);
                CTTcPr properties = target.getCTTc().isSetTcPr()
                        ? target.getCTTc().getTcPr()
                        : target.getCTTc().addNewTcPr();
                int width = 0;
                for (int i = 0; i < columns; i++) {
                    width += widths[column + i];
                }
                var cellWidth = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
                cellWidth.setW(BigInteger.valueOf(width));
                cellWidth.setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth.DXA);
                if (columns > 1) {
                    properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
                    for (int i = 1; i < columns; i++) {
                        row.removeCell(cell + 1);
                    }
                }
                if (merge != null) {
                    CTVMerge vertical = properties.addNewVMerge();
                    vertical.setVal(merge);
                }
                target.setVerticalAlignment(XWPFVertAlign.CENTER);
                for (int i = 0; i < lines.size(); i++) {
                    XWPFParagraph paragraph = i == 0 ? target.getParagraphs().get(0) : target.addParagraph();
                    paragraph.setAlignment(label ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
                    write(paragraph, lines.get(i), label ? HEADING : TEXT, label ? 11 : 12, false);
                }
                column += columns;
                cell++;
                return this;
            }
        }
    }
}
