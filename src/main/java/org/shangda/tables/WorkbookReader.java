package org.shangda.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a workbook through POI as a stream of events, not as a tree: a tree is many times as large as its XML, and grows
 * before anybody can count.
 */
final class WorkbookReader {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Twenty thousand rows unpack to less than half of it. */
    private static final int MAX_UNPACKED = 32 * 1024 * 1024;

    /** Beginnings and ends of elements. What POI itself reads as a tree, the relations of the parts, is among them. */
    private static final int MAX_TAGS = 6_000_000;

    private static final int MAX_SHEETS = 100;
    private static final Set<String> WORKBOOKS = Set.of(
            XSSFRelation.WORKBOOK.getContentType(),
            XSSFRelation.MACROS_WORKBOOK.getContentType(),
            XSSFRelation.TEMPLATE_WORKBOOK.getContentType(),
            XSSFRelation.MACRO_TEMPLATE_WORKBOOK.getContentType());

    private final Allowance allowance;

    WorkbookReader(Allowance allowance) {
        this.allowance = allowance;
    }

    /** @throws Unreadable for whatever goes wrong: what is in a file never becomes an error of the product */
    List<Grid> read(byte[] bytes) throws Unreadable {
        refuseBomb(bytes);
        try {
            OPCPackage pack = OPCPackage.open(new ByteArrayInputStream(bytes));
            try {
                return grids(pack);
            } finally {
                pack.revert();
            }
        } catch (SAXException e) {
            throw e.getCause() instanceof Unreadable unreadable ? unreadable : new Unreadable("file.type");
        } catch (OpenXML4JException | IOException | ParserConfigurationException | RuntimeException e) {
            throw new Unreadable("file.type");
        }
    }

    private List<Grid> grids(OPCPackage pack)
            throws Unreadable, OpenXML4JException, IOException, SAXException, ParserConfigurationException {
        if (!pack.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                .isEmpty()) {
            throw new Unreadable("file.strict");
        }
        if (pack.getParts().stream().map(PackagePart::getContentType).noneMatch(WORKBOOKS::contains)) {
            throw new Unreadable("file.type");
        }
        XSSFReader reader = new XSSFReader(pack);
        WorkbookSheets sheets = new WorkbookSheets();
        parse(reader.getWorkbookData(), sheets);
        SharedTexts texts = new SharedTexts(allowance);
        parse(reader.getSharedStringsData(), texts);
        NumberFormats formats = new NumberFormats(sheets.since1904());
        parse(reader.getStylesData(), formats);
        if (sheets.all().size() > MAX_SHEETS) {
            throw new Unreadable("file.too-many-sheets", MAX_SHEETS);
        }
        List<Grid> grids = new ArrayList<>();
        for (WorkbookSheets.Sheet sheet : sheets.all()) {
            List<List<Cell>> rows = List.of();
            if (!sheet.hidden()) {
                SheetRows read = new SheetRows(texts, formats, allowance);
                parse(reader.getSheet(sheet.relation()), read);
                rows = read.rows();
            }
            grids.add(new Grid(sheet.name(), sheet.hidden(), false, rows));
        }
        if (grids.isEmpty()) {
            throw new Unreadable("file.type");
        }
        return grids;
    }

    /** @param content null where the workbook has no such part */
    private static void parse(InputStream content, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        if (content == null) {
            return;
        }
        try (content) {
            // Without document types, and so without entities of the file's own.
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(handler);
            // The default one prints what it stumbles over.
            xml.setErrorHandler(handler);
            xml.parse(new InputSource(content));
        }
    }

    private static void refuseBomb(byte[] bytes) throws Unreadable {
        try {
            if (!Unpacked.isWithin(bytes, MAX_UNPACKED, MAX_TAGS)) {
                throw new Unreadable("file.unpacks-too-big", GridReader.MAX_ROWS);
            }
        } catch (IOException e) {
            throw new Unreadable("file.type");
        }
    }
}
