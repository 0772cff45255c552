package org.shangda.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.shangda.refusal.Refusal;

/** How far the streams of one PDF unpack, counted layer by layer without keeping anything. */
final class PackedStreams {

    /** Bytes that all layers of all streams may unpack to. */
    static final long MOST = 300L * 1024 * 1024;

    /** Bytes of streams that hold objects: what the reader makes of them takes many times as much. */
    static final long MOST_OBJECTS = 32L * 1024 * 1024;

    /** Bytes of a row by which a packing foretells the next one. */
    private static final long LONGEST_ROW = 1024 * 1024;

    private static final Set<String> FLATE = Set.of("FlateDecode", "Fl");
    private static final Set<String> LETTERS = Set.of("ASCII85Decode", "A85", "ASCIIHexDecode", "AHx");

    /** Packings of pictures, which nobody unpacks who opens a document. */
    private static final Set<String> PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

    /** By these keys a reader finds objects in a stream, whatever type it says that it has. */
    private static final List<COSName> OF_OBJECTS = List.of(COSName.FIRST, COSName.W);

    private static final COSName DP = COSName.getPDFName("DP");

    private long all;
    private long objects;

    /** @throws Refusal when all that were counted unpack to more than {@link #MOST}, or when this one cannot be counted */
    void count(COSStream stream) throws IOException {
        boolean ofObjects = OF_OBJECTS.stream().anyMatch(stream::containsKey);
        List<String> filters = filters(stream);
        if (ofObjects) {
            refuseLongRows(stream.getItem(COSName.DECODE_PARMS));
            refuseLongRows(stream.getItem(DP));
        }
        OutputStream layers = new Counted(ofObjects);
        for (int i = filters.size() - 1; i >= 0; i--) {
            String filter = filters.get(i);
            if (FLATE.contains(filter)) {
                layers = new Counted(ofObjects, new Headless(layers));
            } else if (PICTURES.contains(filter) && !ofObjects && i == filters.size() - 1
                    || LETTERS.contains(filter) && i == 0) {
                continue;
            } else {
                throw packed();
            }
        }
        try (InputStream raw = stream.createRawInputStream();
                OutputStream counted = layers) {
            if (!filters.isEmpty() && LETTERS.contains(filters.get(0))) {
                FilterFactory.INSTANCE.getFilter(filters.get(0)).decode(raw, counted, stream, 0);
            } else {
                raw.transferTo(counted);
            }
        } catch (IOException broken) {
            // Not packed at all, or only up to here: a reader keeps what it has by then.
        }
    }

    /** In the order in which they are undone. Those that are named elsewhere in the document cannot be told yet. */
    private static List<String> filters(COSStream stream) {
        COSBase said = stream.getItem(COSName.FILTER);
        if (said == null) {
            return List.of();
        }
        List<String> filters = new ArrayList<>();
        for (COSBase one : said instanceof COSArray several ? several.toList() : List.of(said)) {
            if (!(one instanceof COSName name)) {
                throw packed();
            }
            filters.add(name.getName());
        }
        return filters;
    }

    private static void refuseLongRows(COSBase parameters) {
        if (parameters instanceof COSArray several) {
            several.forEach(PackedStreams::refuseLongRows);
        } else if (parameters instanceof COSDictionary row) {
            long bits = 1L * row.getInt("Columns", 1) * row.getInt("BitsPerComponent", 8);
            if (row.getInt("Columns", 1) < 0 || bits * row.getInt("Colors", 1) / 8 > LONGEST_ROW) {
                throw packed();
            }
        } else if (parameters != null && parameters != COSNull.NULL) {
            throw packed();
        }
    }

    private static Refusal packed() {
        return Refusal.invalid("file.pdf-packed");
    }

    /** Counts what comes, and hands it on to the next layer if there is one. */
    private final class Counted extends OutputStream {

        private final boolean ofObjects;
        private final OutputStream next;

        Counted(boolean ofObjects) {
            this(ofObjects, OutputStream.nullOutputStream());
        }

        Counted(boolean ofObjects, OutputStream next) {
            this.ofObjects = ofObjects;
            this.next = next;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            all += length;
            objects += ofObjects ? length : 0;
            if (all > MOST || objects > MOST_OBJECTS) {
                throw packed();
            }
            next.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            next.close();
        }
    }

    /** Unpacks without asking what the two bytes of zlib's header say: readers of PDFs do not ask either. */
    private static final class Headless extends InflaterOutputStream {

        private int passed;

        Headless(OutputStream next) {
            super(next, new Inflater(true), 8 * 1024);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int header = Math.min(2 - passed, length);
            passed += header;
            super.write(bytes, from + header, length - header);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                inf.end();
            }
        }
    }
}
