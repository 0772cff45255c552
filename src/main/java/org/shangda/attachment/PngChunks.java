package org.shangda.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.shangda.refusal.Refusal;

/**
 * The parts of a PNG that its pixels are made of. The others - texts that unpack to gigabytes, profiles, whatever follows the
 * end - are left out before anything reads them.
 */
final class PngChunks {

    private static final int SIGNATURE = 8;

    /** Length, name and checksum. */
    private static final int AROUND = 12;

    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    /** @throws Refusal when it ends before its end */
    static byte[] ofPixels(byte[] png) {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(png.length);
        pixels.write(png, 0, SIGNATURE);
        for (int at = SIGNATURE; at <= png.length - AROUND; ) {
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            if (length < 0 || length > png.length - at - AROUND) {
                break;
            }
            String name = new String(png, at + 4, 4, StandardCharsets.US_ASCII);
            if (PIXELS.contains(name)) {
                pixels.write(png, at, length + AROUND);
            }
            if (name.equals("IEND")) {
                return pixels.toByteArray();
            }
            at += length + AROUND;
        }
        throw Refusal.invalid("file.picture-broken");
    }
}
