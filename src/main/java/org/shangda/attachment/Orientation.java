package org.shangda.attachment;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.util.List;

/** How the camera was held, which is said beside the pixels (EXIF 2.32, tag 0x0112). */
final class Orientation {

    private static final int AS_IT_IS = 1;

    private Orientation() {}

    /** From 1 to 8; 1 where nothing, or nothing that makes sense, is said. */
    static int of(byte[] jpeg) {
        try {
            ExifIFD0Directory said = JpegMetadataReader.readMetadata(
                            new ByteArrayInputStream(jpeg), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = said == null ? null : said.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null || orientation < 1 || orientation > 8 ? AS_IT_IS : orientation;
        } catch (Exception nothingReadable) {
            return AS_IT_IS;
        }
    }

    /** What turns a picture of this size upright. */
    static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
