package org.shangda.attachment;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.shangda.refusal.Refusal;

/**
 * How far the streams of a PDF unpack, counted without keeping anything. A reader of PDFs unpacks some of them in memory
 * while it opens the file, without a limit.
 */
final class PackedStreams {

    /** Bytes that all streams of a document may unpack to. */
    static final long MOST = 300L * 1024 * 1024;

    private static final Pattern BEGINS = Pattern.compile("(?<!end)stream");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9a-fA-F]{2})");

    /** Packings that writers of PDFs gave up long ago, and those that are named elsewhere: they cannot be counted here. */
    private static final Pattern UNCOUNTED =
            Pattern.compile("/(LZWDecode|LZW|RunLengthDecode|RL)\\b|/Filter\\s*(\\[[^]]*)?\\d+\\s+\\d+\\s+R\\b");

    private static final int DEEPEST = 3;

    private PackedStreams() {}

    /** @throws Refusal when they unpack to more than {@link #MOST} */
    static void refuseBombs(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        long unpacked = 0;
        int before = 0;
        for (Matcher stream = BEGINS.matcher(text); stream.find(); before = stream.end()) {
            // What is said of a stream stands between it and the end of the one before.
            int end = text.indexOf("endstream", before);
            String said = text.substring(end < 0 || end > stream.start() ? before : end, stream.start());
            if (UNCOUNTED.matcher(plain(said)).find()) {
                throw Refusal.invalid("file.pdf-packed");
            }
            unpacked += unpackedFrom(pdf, stream.end(), MOST - unpacked);
            if (unpacked > MOST) {
                throw Refusal.invalid("file.pdf-packed");
            }
        }
    }

    /** Readers pass over blanks and ends of lines in more ways than the standard has. */
    private static long unpackedFrom(byte[] pdf, int begin, long most) {
        for (int from = begin; from < pdf.length; from++) {
            long unpacked = unpacked(new ByteArrayInputStream(pdf, from, pdf.length - from), most, 1);
            if (unpacked > 0 || " \t\r\n\f\0".indexOf(pdf[from]) < 0) {
                return unpacked;
            }
        }
        return 0;
    }

    /** A name may be written with its signs as numbers. */
    private static String plain(String said) {
        return ESCAPED.matcher(said)
                .replaceAll(escaped ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escaped.group(1), 16))));
    }

    /** What is packed twice is unpacked twice; the rest after the end of what is packed is none of it. */
    private static long unpacked(InputStream packed, long most, int depth) {
        long count = 0;
        try (BufferedInputStream bytes = new BufferedInputStream(packed)) {
            if (!looksPacked(bytes)) {
                return 0;
            }
            BufferedInputStream content = new BufferedInputStream(new InflaterInputStream(bytes));
            if (depth < DEEPEST && looksPacked(content)) {
                return unpacked(content, most, depth + 1);
            }
            byte[] some = new byte[64 * 1024];
            for (int read = content.read(some); read >= 0 && count <= most; read = content.read(some)) {
                count += read;
            }
        } catch (IOException broken) {
            // Not packed at all, or only up to here.
        }
        return count;
    }

    /** The first two bytes of zlib's format (RFC 1950). */
    private static boolean looksPacked(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return first >= 0
                && second >= 0
                && (first & 0x0f) == 8
                && (first >> 4) <= 7
                && (first * 256 + second) % 31 == 0;
    }
}
