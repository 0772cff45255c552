package org.shangda.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.shangda.numbering.Digest;
import org.shangda.refusal.Refusal;

/** A picture made anew from its pixels: where it was taken, with what, and whatever was hidden behind it is gone. */
final class Picture {

    /** Of the longer side of what is kept. */
    static final int LONGEST_SIDE = 4096;

    static final int THUMBNAIL = 320;

    /** Pixels; more than any telephone takes in ten megabytes. Asked before anything is decoded. */
    static final long MOST_PIXELS = 50_000_000;

    /** Pixels; the longest that a JPEG can be. */
    private static final int LONGEST = 65_535;

    private Picture() {}

    static Clean clean(FileType type, byte[] content) {
        byte[] decodable = type == FileType.PNG ? PngChunks.ofPixels(content) : JpegScans.upToTheEnd(content);
        BufferedImage picture;
        try {
            picture = upright(decoded(type, decodable), type == FileType.JPEG ? Orientation.of(content) : 1);
            return new Clean(
                    type,
                    Digest.of(content),
                    type == FileType.JPEG ? jpeg(picture, 0.9f) : png(picture),
                    jpeg(reduced(picture, THUMBNAIL), 0.8f));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException broken) {
            // Readers of pictures fail in as many ways as pictures are broken.
            throw Refusal.invalid("file.picture-broken");
        }
    }

    private static BufferedImage decoded(FileType type, byte[] content) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.media()).next();
        boolean[] cutOff = new boolean[1];
        try (MemoryCacheImageInputStream bytes = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(bytes, true, false);
            reader.addIIOReadWarningListener((source, warning) ->
                    cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_PIXELS) {
                throw Refusal.invalid("file.too-many-pixels", MOST_PIXELS / 1_000_000);
            }
            if (Math.max(width, height) > LONGEST) {
                throw Refusal.invalid("file.side-too-long", LONGEST);
            }
            int every = (int) ((Math.max(width, height) + LONGEST_SIDE - 1) / LONGEST_SIDE);
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            BufferedImage picture = reader.read(0, how);
            if (cutOff[0]) {
                throw Refusal.invalid("file.picture-broken");
            }
            return picture;
        } finally {
            reader.dispose();
        }
    }

    /** Turned as the camera was held, in the colours of every screen. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation >= 5;
        boolean seeThrough = picture.getColorModel().hasAlpha();
        BufferedImage upright = new BufferedImage(
                lying ? height : width,
                lying ? width : height,
                seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = upright.createGraphics();
        canvas.drawImage(picture, Orientation.turn(orientation, width, height), null);
        canvas.dispose();
        return upright;
    }

    /** Half by half, so that every pixel has its part in the result. */
    private static BufferedImage reduced(BufferedImage picture, int longest) {
        BufferedImage reduced = onWhite(picture, picture.getWidth(), picture.getHeight());
        while (Math.max(reduced.getWidth(), reduced.getHeight()) > longest) {
            double factor = Math.max(0.5, (double) longest / Math.max(reduced.getWidth(), reduced.getHeight()));
            reduced = onWhite(reduced, Math.max(1, (int) Math.floor(reduced.getWidth() * factor)), Math.max(1, (int)
                    Math.floor(reduced.getHeight() * factor)));
        }
        return reduced;
    }

    private static BufferedImage onWhite(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByMIMEType(FileType.JPEG.media()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        }
        return bytes.toByteArray();
    }
}
