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
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.shangda.refusal.Refusal;

/**
 * How far the streams of one PDF unpack, counted layer by layer without keeping anything; and of those that its reader takes
 * objects from, whether what they say of themselves is possible: the reader believes it.
 */
final class PackedStreams {

    /** Bytes that all layers of all streams may unpack to. */
    static final long MOST = 300L * 1024 * 1024;

    /** Bytes of streams that hold objects: what the reader makes of them takes many times as much. */
    static final long MOST_OBJECTS = 32L * 1024 * 1024;

    /** Objects that all streams may name, there or not: the reader makes a list of them. */
    static final long MOST_NAMED = 500_000;

    /** Bytes of a row by which a packing foretells the next one. */
    private static final long LONGEST_ROW = 1024 * 1024;

    /** Of a component in such a row (ISO 32000-2, 7.4.4.3). */
    private static final Set<Long> BITS = Set.of(1L, 2L, 4L, 8L, 16L);

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
    private long named;

    /** @throws Refusal when all that were counted unpack to more than {@link #MOST}, or when this one cannot be counted */
    void count(COSStream stream) throws IOException {
        boolean ofObjects = OF_OBJECTS.stream().anyMatch(stream::containsKey);
        long before = objects;
        if (ofObjects) {
            refuseRows(stream.getItem(COSName.DECODE_PARMS));
            refuseRows(stream.getItem(DP));
            name(whole(stream, COSName.N, 0));
        }
        unpack(stream, ofObjects);
        if (stream.containsKey(COSName.W)) {
            name((objects - before) / bytesOfPlace(stream.getItem(COSName.W)));
        }
    }

    private void name(long more) {
        named += more;
        if (more < 0 || named > MOST_NAMED) {
            throw packed();
        }
    }

    private void unpack(COSStream stream, boolean ofObjects) throws IOException {
        List<String> filters = filters(stream);
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

    /** The reader takes rows of no length for ever, and makes room for those that it is told of. */
    private static void refuseRows(COSBase parameters) {
        if (parameters instanceof COSArray several) {
            several.forEach(PackedStreams::refuseRows);
        } else if (parameters instanceof COSDictionary row) {
            long columns = whole(row, COSName.COLUMNS, 1);
            long colors = whole(row, COSName.COLORS, 1);
            long bits = whole(row, COSName.BITS_PER_COMPONENT, 8);
            if (columns < 1
                    || colors < 1
                    || !BITS.contains(bits)
                    || Math.max(columns, colors) > 8 * LONGEST_ROW
                    || columns * colors * bits > 8 * LONGEST_ROW) {
                throw packed();
            }
        } else if (parameters != null && parameters != COSNull.NULL) {
            throw packed();
        }
    }

    /** Of a stream that says where objects are: how many bytes it takes for one. */
    private static long bytesOfPlace(COSBase said) {
        if (!(said instanceof COSArray widths)) {
            throw packed();
        }
        long bytes = 0;
        for (COSBase width : widths) {
            long one = whole(width, 0);
            if (one < 0 || one > LONGEST_ROW) {
                throw packed();
            }
            bytes += one;
        }
        if (bytes == 0) {
            throw packed();
        }
        return bytes;
    }

    private static long whole(COSDictionary said, COSName key, long otherwise) {
        return whole(said.getItem(key), otherwise);
    }

    /** What is said elsewhere in the document cannot be told yet. */
    private static long whole(COSBase said, long otherwise) {
        if (said == null || said == COSNull.NULL) {
            return otherwise;
        }
        if (said instanceof COSInteger number && number.isValid()) {
            return number.longValue();
        }
        throw packed();
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
