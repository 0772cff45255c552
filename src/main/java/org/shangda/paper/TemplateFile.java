package org.shangda.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.RelationshipSource;
import org.apache.poi.openxml4j.opc.StreamHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.shangda.refusal.Refusal;
import org.shangda.tables.Unpacked;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * A Word file that somebody has put in place, with its parts as trees. By allow-list: what a page is made of stays, what is said
 * about the file and about those who wrote it is left out, and whatever else is in it refuses the file.
 */
final class TemplateFile implements AutoCloseable {

    private static final long MAX_UNPACKED = 32L * 1024 * 1024;
    private static final int MAX_TAGS = 300_000;

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String DOCUMENT = WORD + "document.main+xml";

    private static final Set<String> PAGES =
            Set.of(DOCUMENT, WORD + "header+xml", WORD + "footer+xml", WORD + "footnotes+xml", WORD + "endnotes+xml");

    private static final Set<String> LOOKS = Set.of(
            WORD + "styles+xml",
            WORD + "settings+xml",
            WORD + "webSettings+xml",
            WORD + "fontTable+xml",
            WORD + "numbering+xml",
            "application/vnd.ms-word.stylesWithEffects+xml",
            "application/vnd.openxmlformats-officedocument.theme+xml");

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif");

    /** Who wrote it with which program, what they remarked, what they keep for other files. */
    private static final Pattern ASIDE = Pattern.compile(
            "/docProps/.*|/customXml/.*|/word/glossary/.*|/word/(comments|people)[^/]*|/word/printerSettings.*");

    private static final Pattern MACROS = Pattern.compile("(?i).*(macro|vba).*");

    private final OPCPackage pack;
    private final Map<PackagePart, Document> trees = new LinkedHashMap<>();

    private TemplateFile(OPCPackage pack) {
        this.pack = pack;
    }

    /** @throws Refusal saying what is wrong with it */
    static TemplateFile open(byte[] bytes) {
        if (bytes.length > WordTemplate.LARGEST) {
            throw Refusal.invalid("template.too-large", WordTemplate.LARGEST >> 20);
        }
        try {
            if (!Unpacked.isWithin(bytes, MAX_UNPACKED, MAX_TAGS)) {
                throw Refusal.invalid("template.unpacks-too-big");
            }
            TemplateFile file = new TemplateFile(OPCPackage.open(new ByteArrayInputStream(bytes)));
            try {
                file.keepWhatAPageIsMadeOf();
                file.readTrees();
                return file;
            } catch (OpenXML4JException | IOException | SAXException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (Refusal refusal) {
            throw refusal;
        } catch (OpenXML4JException | IOException | SAXException | RuntimeException broken) {
            // Readers fail in as many ways as files are broken.
            throw Refusal.invalid("template.not-docx");
        }
    }

    /** Of the pages: the text, what stands above and below it, notes. The text is first. */
    List<Document> pages() {
        List<Document> pages = new ArrayList<>();
        trees.forEach((part, tree) -> {
            if (part.getContentType().equals(DOCUMENT)) {
                pages.add(0, tree);
            } else if (PAGES.contains(part.getContentType())) {
                pages.add(tree);
            }
        });
        return pages;
    }

    byte[] bytes() {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            for (Map.Entry<PackagePart, Document> part : trees.entrySet()) {
                try (OutputStream out = part.getKey().getOutputStream()) {
                    if (!StreamHelper.saveXmlInStream(part.getValue(), out)) {
                        throw new IllegalStateException(
                                part.getKey().getPartName().getName());
                    }
                }
            }
            pack.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pack.revert();
    }

    private void keepWhatAPageIsMadeOf() throws OpenXML4JException {
        refuseUnlessDocument();
        List<PackagePart> aside = new ArrayList<>();
        for (PackagePart part : pack.getParts()) {
            if (part.isRelationshipPart()) {
                continue;
            }
            String type = part.getContentType();
            String name = part.getPartName().getName();
            if (MACROS.matcher(type + name).matches()) {
                throw Refusal.invalid("template.macros");
            }
            if (ASIDE.matcher(name).matches()) {
                aside.add(part);
            } else if (!PAGES.contains(type) && !LOOKS.contains(type) && !PICTURES.contains(type)) {
                throw Refusal.invalid("template.part", name);
            }
        }
        leaveOut(pack, aside);
        aside.forEach(pack::removePart);
        forget(pack.getPackageProperties());
        for (PackagePart part : pack.getParts()) {
            if (!part.isRelationshipPart()) {
                leaveOut(part, aside);
            }
        }
    }

    private void refuseUnlessDocument() {
        if (!pack.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT)
                .isEmpty()) {
            throw Refusal.invalid("template.strict");
        }
        List<PackagePart> texts = pack.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (texts.size() != 1) {
            throw Refusal.invalid("template.not-docx");
        }
        String type = texts.get(0).getContentType();
        if (MACROS.matcher(type).matches()) {
            throw Refusal.invalid("template.macros");
        }
        if (!type.equals(DOCUMENT)) {
            throw Refusal.invalid("template.not-docx");
        }
    }

    /** Nothing leads out of the file, and nothing to what is left out. */
    private static void leaveOut(RelationshipSource from, List<PackagePart> aside) throws OpenXML4JException {
        List<String> gone = new ArrayList<>();
        for (PackageRelationship relation : from.getRelationships()) {
            if (relation.getTargetMode() == TargetMode.EXTERNAL) {
                throw Refusal.invalid("template.external", relation.getTargetURI());
            }
            if (aside.stream().anyMatch(part -> part.getPartName().getURI().equals(relation.getTargetURI()))) {
                gone.add(relation.getId());
            }
        }
        gone.forEach(from::removeRelationship);
    }

    /** POI keeps what is said about a file beside its part. */
    private static void forget(PackageProperties about) {
        Optional<String> nothing = Optional.empty();
        List.<Consumer<Optional<String>>>of(
                        about::setCategoryProperty,
                        about::setContentStatusProperty,
                        about::setContentTypeProperty,
                        about::setCreatorProperty,
                        about::setDescriptionProperty,
                        about::setIdentifierProperty,
                        about::setKeywordsProperty,
                        about::setLanguageProperty,
                        about::setLastModifiedByProperty,
                        about::setRevisionProperty,
                        about::setSubjectProperty,
                        about::setTitleProperty,
                        about::setVersionProperty)
                .forEach(said -> said.accept(nothing));
        about.setCreatedProperty(Optional.empty());
        about.setModifiedProperty(Optional.empty());
        about.setLastPrintedProperty(Optional.empty());
    }

    private void readTrees() throws OpenXML4JException, IOException, SAXException {
        for (PackagePart part : pack.getParts()) {
            if (PAGES.contains(part.getContentType()) || LOOKS.contains(part.getContentType())) {
                try (InputStream content = part.getInputStream()) {
                    // Without document types, and so without entities of the file's own.
                    Document tree = DocumentHelper.readDocument(content);
                    TemplateTree.keepStill(tree);
                    trees.put(part, tree);
                }
            }
        }
    }
}
