package org.shangda.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.shangda.refusal.Refusal;

/**
 * A PDF made anew from what can be reached in it, without what is said about it (author, program, place). One that does
 * something, carries other files or is locked is refused: what is left out of such a one might be what it was sent for.
 */
final class Document {

    private static final int MOST_PAGES = 500;
    private static final int MOST_OBJECTS = 500_000;

    /** Actions (ISO 32000-2, 12.6.4) that do more than turn to a page or name an address; the last two are of PDF 1.2. */
    private static final Set<String> ACTS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ResetForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "Movie",
            "Sound",
            "GoTo3DView",
            "RichMediaExecute",
            "SetOCGState",
            "Trans",
            "Thread",
            "Hide",
            "NOP",
            "SetState");

    /** Of the actions that have names of their own, those that turn a page. */
    private static final Set<String> TURNS = Set.of("NextPage", "PrevPage", "FirstPage", "LastPage");

    /** Where an address may lead. */
    private static final Pattern ADDRESS = Pattern.compile("(?is)\\s*(https?:|mailto:|tel:|[^:]*$).*");

    /** Keys under which scripts, forms of another kind, moving pictures and other files stand. */
    private static final List<COSName> CARRIES =
            names("JS", "JavaScript", "XFA", "EmbeddedFiles", "EF", "RichMediaContent");

    /** What stands beside the content. */
    private static final List<COSName> ASIDE = names("Metadata", "PieceInfo", "LastModified");

    private static final Set<String> CARRYING = Set.of("EmbeddedFile", "RichMedia", "Movie", "Sound", "3D", "Screen");

    private static final COSName BASE = COSName.getPDFName("Base");

    private Document() {}

    /** @throws Refusal saying what is wrong with it */
    static byte[] clean(byte[] content) {
        try (PDDocument pdf = new CountingParser(content).parse()) {
            refuseActive(pdf);
            if (pdf.getNumberOfPages() < 1 || pdf.getNumberOfPages() > MOST_PAGES) {
                throw Refusal.invalid("file.pdf-pages", MOST_PAGES);
            }
            pdf.getPages().forEach(page -> page.getMediaBox());
            pdf.setDocumentInformation(new PDDocumentInformation());
            pdf.setVersion(Math.max(1.4f, pdf.getVersion()));
            ByteArrayOutputStream anew = new ByteArrayOutputStream(content.length);
            pdf.save(anew);
            return anew.toByteArray();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Readers of PDFs fail in as many ways as files are broken; one that nests without end ends here.
            throw Refusal.invalid("file.pdf-broken");
        }
    }

    /** Goes through everything that can be reached, and leaves out what is said about it. */
    private static void refuseActive(PDDocument pdf) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(pdf.getDocument().getTrailer());
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw Refusal.invalid("file.pdf-broken");
            }
            if (object instanceof COSArray array) {
                array.forEach(one -> push(open, one));
            } else if (object instanceof COSDictionary dictionary) {
                refuseActive(dictionary);
                ASIDE.forEach(dictionary::removeItem);
                dictionary.getValues().forEach(one -> push(open, one));
            }
        }
    }

    private static void push(Deque<COSBase> open, COSBase one) {
        if (one instanceof COSObject || one instanceof COSArray || one instanceof COSDictionary) {
            open.push(one);
        }
    }

    private static void refuseActive(COSDictionary dictionary) {
        boolean acts = dictionary.getDictionaryObject(COSName.S) instanceof COSName action
                && (ACTS.contains(action.getName()) || action.getName().equals("Named") && !turns(dictionary));
        boolean carries = CARRIES.stream().anyMatch(dictionary::containsKey)
                || isOneOf(dictionary, COSName.TYPE)
                || isOneOf(dictionary, COSName.SUBTYPE) && dictionary.containsKey(COSName.RECT);
        if (acts || carries || leadsElsewhere(dictionary.getDictionaryObject(COSName.URI))) {
            throw Refusal.invalid("file.pdf-active");
        }
    }

    private static boolean isOneOf(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name && CARRYING.contains(name.getName());
    }

    private static boolean turns(COSDictionary action) {
        return action.getDictionaryObject(COSName.N) instanceof COSName name && TURNS.contains(name.getName());
    }

    /** An address, or of a whole document the beginning of those that have none. */
    private static boolean leadsElsewhere(COSBase address) {
        if (address instanceof COSDictionary ofDocument) {
            return leadsElsewhere(ofDocument.getDictionaryObject(BASE));
        }
        return address instanceof COSString said
                ? !ADDRESS.matcher(said.getString()).matches()
                : address != null;
    }

    private static List<COSName> names(String... names) {
        return List.of(names).stream().map(COSName::getPDFName).toList();
    }
}
