package org.shangda.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page in HTML and CSS that becomes PDF, with its fonts inside. It is built as a tree, so that what people wrote is text
 * whatever it looks like; nothing is loaded from outside.
 */
public final class PdfPaper {

    public static final String CHINESE_FONT = "/fonts/DroidSansFallbackFull.ttf";

    /** What the first lacks of the standard table of characters, and extensions B to G as far as fonts have them. */
    public static final String RARE_FONT = "/fonts/ShangdaRareHan.ttf";

    /** Comes with PDFBox. */
    public static final String LATIN_FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** The font that has most of a text comes first: a character that is looked for in vain costs far more than one found. */
    private static final String STYLE = """
            @page { size: A4; margin: 2.2cm 2.5cm;
                @bottom-center { content: counter(page); font-family: Latin; font-size: 9pt; } }
            body { font-family: Chinese, Latin, Rare; font-size: 11pt; line-height: 1.5; margin: 0; }
            section { page-break-after: always; }
            section.last { page-break-after: auto; }
            h1 { font-size: 16pt; font-weight: normal; text-align: center; margin: 0 0 4pt 0; }
            p.term { text-align: center; margin: 0 0 8pt 0; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; }
            td, th { border: 0.6pt solid black; padding: 3pt 5pt; font-weight: normal; vertical-align: middle;
                word-wrap: break-word; }
            th { text-align: center; }
            td.day { font-family: Latin, Chinese; }
            tr { page-break-inside: avoid; }
            """;

    static {
        // It would log what it cannot draw, which may be what somebody wrote.
        XRLog.setLoggingEnabled(false);
    }

    private final Document html;
    private final Element body;
    private final Set<Integer> undrawn = new LinkedHashSet<>();

    public PdfPaper() {
        try {
            html = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        Element root = html.createElement("html");
        html.appendChild(root);
        Element head = add(root, "head");
        add(head, "style").setTextContent(STYLE);
        body = add(root, "body");
    }

    public Element body() {
        return body;
    }

    public Element add(Element parent, String name) {
        Element child = html.createElement(name);
        parent.appendChild(child);
        return child;
    }

    public Element add(Element parent, String name, String text) {
        Element child = add(parent, name);
        child.setTextContent(PrintedCharacters.boxed(text, undrawn));
        return child;
    }

    /**
     * @param missing makes the sentence about characters that no font here has, which is then the last paragraph; a
     *     reader would otherwise take the box for something that was written
     */
    public byte[] bytes(UnaryOperator<String> missing) {
        if (!undrawn.isEmpty()) {
            String codes = undrawn.stream().map("U+%04X"::formatted).collect(Collectors.joining("、"));
            add(body, "p", missing.apply(codes));
        }
        return bytes();
    }

    private byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .withW3cDocument(html, null)
                    .useFont(() -> font(LATIN_FONT), "Latin")
                    .useFont(() -> font(CHINESE_FONT), "Chinese")
                    .useFont(() -> font(RARE_FONT), "Rare")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static InputStream font(String path) {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(path), path);
    }
}
