package org.shangda.paper;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page that an office has drawn in Word, with places to be filled in, {@code {{name}}}, some of them in a row of a table that
 * is repeated. It is understood whole before anybody meets it (adr/0081).
 */
public final class WordTemplate {

    /** Bytes of a file that is taken. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final String WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private static final int LONGEST_QUOTE = 40;

    private final byte[] file;
    private final Collection<String> inRow;

    private WordTemplate(byte[] file, Collection<String> inRow) {
        this.file = file;
        this.inRow = inRow;
    }

    /**
     * @param file a .docx, at most 5 MB
     * @param once names of the places that stand anywhere
     * @param inRow names of those that stand in the row
     * @throws Refusal saying what is wrong with it: a name is missing or unknown, there is no row, or it is no such file
     */
    public static WordTemplate of(byte[] file, Collection<String> once, Collection<String> inRow) {
        try (TemplateFile opened = TemplateFile.open(file)) {
            List<String> found = opened.pages().stream()
                    .flatMap(page -> Placeholders.paragraphs(page.getDocumentElement()).stream())
                    .flatMap(paragraph -> names(paragraph).stream())
                    .distinct()
                    .toList();
            List<String> asked = Stream.concat(once.stream(), inRow.stream()).toList();
            refuse("template.unknown", found.stream().filter(name -> !asked.contains(name)));
            if (found.stream().noneMatch(inRow::contains)) {
                throw Refusal.invalid("template.no-row", written(inRow.stream()));
            }
            refuse("template.missing", asked.stream().filter(name -> !found.contains(name)));
            row(opened, inRow);
        }
        return new WordTemplate(file.clone(), List.copyOf(inRow));
    }

    private static List<String> names(Element paragraph) {
        Placeholders places = Placeholders.of(paragraph);
        if (places.isLoose()) {
            String text = places.text();
            throw Refusal.invalid("template.loose", Inputs.shortened(text, LONGEST_QUOTE));
        }
        return places.names();
    }

    /** The one row of the text in which all of them stand. */
    private static Element row(TemplateFile opened, Collection<String> inRow) {
        Map<Element, List<String>> rows = new LinkedHashMap<>();
        List<Document> pages = opened.pages();
        for (Document page : pages) {
            for (Element paragraph : Placeholders.paragraphs(page.getDocumentElement())) {
                List<String> names = Placeholders.of(paragraph).names().stream()
                        .filter(inRow::contains)
                        .toList();
                Element row = Placeholders.above(paragraph, "tr");
                if (!names.isEmpty() && (row == null || page != pages.get(0))) {
                    throw Refusal.invalid("template.outside-row", written(names.stream()));
                }
                if (!names.isEmpty()) {
                    rows.merge(
                            row,
                            names,
                            (one, more) ->
                                    Stream.concat(one.stream(), more.stream()).toList());
                }
            }
        }
        if (rows.size() > 1) {
            List<List<String>> each = List.copyOf(rows.values());
            throw Refusal.invalid("template.two-rows", written(each.get(0).stream()), written(each.get(1).stream()));
        }
        return rows.keySet().iterator().next();
    }

    private static void refuse(String code, Stream<String> names) {
        String written = written(names);
        if (!written.isEmpty()) {
            throw Refusal.invalid(code, written);
        }
    }

    /** As they stand in the file. */
    private static String written(Stream<String> names) {
        return names.limit(LONGEST_QUOTE)
                .map(name -> "{{" + Inputs.shortened(name, LONGEST_QUOTE) + "}}")
                .collect(Collectors.joining(" "));
    }

    /**
     * The page with everything filled in; nothing where a value is missing.
     *
     * @param once by name; in the row, too, where the office has written them there
     * @param rows by name; without any, one empty row is left, since no table is without
     */
    public byte[] fill(Map<String, String> once, List<Map<String, String>> rows) {
        try (TemplateFile opened = TemplateFile.open(file)) {
            Element row = row(opened, inRow);
            dropWhatIsThereOnce(row);
            List<Element> inside = Placeholders.paragraphs(row);
            for (Document page : opened.pages()) {
                Placeholders.paragraphs(page.getDocumentElement()).stream()
                        .filter(paragraph -> !inside.contains(paragraph))
                        .forEach(paragraph -> Placeholders.of(paragraph).fill(once));
            }
            for (Map<String, String> values : rows.isEmpty() ? List.of(Map.<String, String>of()) : rows) {
                Map<String, String> all = new HashMap<>(once);
                all.putAll(values);
                Element next = (Element) row.cloneNode(true);
                Placeholders.paragraphs(next)
                        .forEach(paragraph -> Placeholders.of(paragraph).fill(all));
                row.getParentNode().insertBefore(next, row);
            }
            row.getParentNode().removeChild(row);
            return opened.bytes();
        }
    }

    /** Numbers and marks by which Word knows a place again: there is one of each in a file. */
    private static void dropWhatIsThereOnce(Element row) {
        for (String mark : List.of("bookmarkStart", "bookmarkEnd")) {
            Placeholders.elements(row, mark).forEach(one -> one.getParentNode().removeChild(one));
        }
        for (String numbered : List.of("p", "tr")) {
            Stream.concat(Stream.of(row), Placeholders.elements(row, numbered).stream())
                    .forEach(one -> {
                        for (String number : List.of("paraId", "textId")) {
                            Attr there = one.getAttributeNodeNS(WORD_2010, number);
                            if (there != null) {
                                one.removeAttributeNode(there);
                            }
                        }
                    });
        }
    }
}
