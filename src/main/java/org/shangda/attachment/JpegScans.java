package org.shangda.attachment;

import java.util.Arrays;
import org.shangda.refusal.Refusal;

/**
 * The segments of a JPEG up to its end (ITU-T T.81, annex B). What stands behind it, as the film that a telephone takes along,
 * is left out before anything reads it.
 */
final class JpegScans {

    /** Every scan goes over all pixels; cameras and programs write ten at most. */
    private static final int MOST = 50;

    private static final int TEM = 0x01;
    private static final int RST0 = 0xd0;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    private JpegScans() {}

    /** @throws Refusal when there are too many scans, or no end */
    static byte[] upToTheEnd(byte[] jpeg) {
        int scans = 0;
        int at = 0;
        while (at + 1 < jpeg.length) {
            // Between two segments, and in the pixels of a scan: whatever is no marker is passed over, as readers do.
            int marker = jpeg[at + 1] & 0xff;
            if (jpeg[at] != (byte) 0xff || marker == 0 || marker == 0xff) {
                at++;
            } else if (marker == EOI) {
                return Arrays.copyOf(jpeg, at + 2);
            } else if (marker == TEM || marker >= RST0 && marker <= SOI) {
                at += 2;
            } else {
                if (marker == SOS && ++scans > MOST) {
                    break;
                }
                at += 2 + length(jpeg, at + 2);
            }
        }
        throw Refusal.invalid("file.picture-broken");
    }

    private static int length(byte[] jpeg, int at) {
        return at + 1 < jpeg.length ? (jpeg[at] & 0xff) << 8 | jpeg[at + 1] & 0xff : 2;
    }
}
