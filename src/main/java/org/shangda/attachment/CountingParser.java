package org.shangda.attachment;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.shangda.refusal.Refusal;

/**
 * Reads a PDF, and counts how far each of its streams unpacks before anybody can ask for what is in it: the reader itself
 * unpacks some of them in memory while it opens the file, without a limit. Counted is what the reader takes for a stream, not
 * what looks like one.
 */
final class CountingParser extends PDFParser {

    /** What stands in a document, down to each number. A pair of brackets, two bytes, takes a hundred times as much in memory. */
    private static final int MOST_MADE = 2_000_000;

    private final PackedStreams streams = new PackedStreams();
    private final Map<Long, Map<COSObjectKey, COSBase>> inStreams = new HashMap<>();
    private int made;

    CountingParser(byte[] pdf) throws IOException {
        super(new ReadAgain(pdf));
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

    /** Once from each stream. The reader goes through all of it again for every object that is said to be there and is not. */
    @Override
    protected COSBase parseObjectStreamObject(long number, COSObjectKey key) throws IOException {
        if (!inStreams.containsKey(number)) {
            inStreams.put(number, new HashMap<>());
            if (document.getObjectFromPool(getObjectKey(number, 0)).getObject() instanceof COSStream stream) {
                inStreams.put(number, new InStream(stream).parseAllObjects());
            }
        }
        return inStreams.get(number).remove(key);
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        countMade();
        return super.parseDirObject();
    }

    private void countMade() {
        if (++made > MOST_MADE) {
            throw Refusal.invalid("file.pdf-packed");
        }
    }

    /** What is locked could be counted only once it is open. */
    @Override
    protected void prepareDecryption() {
        if (document.isEncrypted()) {
            throw Refusal.invalid("file.pdf-locked");
        }
    }

    private final class InStream extends PDFObjectStreamParser {

        InStream(COSStream stream) throws IOException {
            super(stream, CountingParser.this.document);
        }

        @Override
        protected COSBase parseDirObject() throws IOException {
            countMade();
            return super.parseDirObject();
        }
    }

    /**
     * The bytes of a file, which the reader goes through a few times over. Where the beginnings of a hundred thousand objects have
     * no end it would go through the rest of the file for each of them.
     */
    private static final class ReadAgain extends RandomAccessReadBuffer {

        /** Bytes in all: those of the largest file thirty times. One whose table of objects is broken is gone through five times. */
        private static final long MOST = 300L * 1024 * 1024;

        private long read;

        ReadAgain(byte[] pdf) {
            super(pdf);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            count(length);
            return super.read(into, from, length);
        }

        private void count(int more) {
            read += more;
            if (read > MOST) {
                throw Refusal.invalid("file.pdf-broken");
            }
        }
    }
}
