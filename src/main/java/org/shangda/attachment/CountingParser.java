package org.shangda.attachment;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.shangda.refusal.Refusal;

/**
 * Reads a PDF, and counts how far each of its streams unpacks before anybody can ask for what is in it: the reader itself
 * unpacks some of them in memory while it opens the file, without a limit. Counted is what the reader takes for a stream, not
 * what looks like one.
 */
final class CountingParser extends PDFParser {

    private final PackedStreams streams = new PackedStreams();

    CountingParser(byte[] pdf) throws IOException {
        super(new RandomAccessReadBuffer(pdf));
    }

    /** With all its objects, those that nothing leads to as well. */
    @Override
    public PDDocument parse(boolean lenient) throws IOException {
        PDDocument pdf = super.parse(lenient);
        for (COSObjectKey key : document.getXrefTable().keySet().toArray(COSObjectKey[]::new)) {
            document.getObjectFromPool(key).getObject();
        }
        return pdf;
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary said) throws IOException {
        COSStream stream = super.parseCOSStream(said);
        long behind = source.getPosition();
        streams.count(stream);
        source.seek(behind);
        return stream;
    }

    /** What is locked could be counted only once it is open. */
    @Override
    protected void prepareDecryption() {
        if (document.isEncrypted()) {
            throw Refusal.invalid("file.pdf-locked");
        }
    }
}
