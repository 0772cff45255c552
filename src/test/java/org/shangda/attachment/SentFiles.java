package org.shangda.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files as people send them, and as those send them who mean harm; all made here. */
public final class SentFiles {

    /** Stands where no reader may find it again. */
    public static final String HIDDEN = "N30.2637-E120.1234";

    private SentFiles() {}

    // --- pictures ----------------------------------------------------------------------------------------------------

    /** Red on the left, blue on the right. */
    public static byte[] jpeg(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    public static byte[] png(int width, int height) {
        return written(picture(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    private static BufferedImage picture(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return picture;
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a telephone takes it that is held upright, with the place where it was taken. */
    public static byte[] photo(int width, int height, int orientation) {
        byte[] exif = joined(
                bytes("Exif\0\0MM\0*"),
                new byte[] {0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0},
                bytes(HIDDEN));
        byte[] jpeg = jpeg(width, height);
        return joined(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)},
                exif,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Also an archive, and a page with a script. */
    public static byte[] polyglot(byte[] picture) {
        return joined(picture, bytes("<html><script>alert('" + HIDDEN + "')</script>"), zip());
    }

    /** With words of whoever made it, which stand before its pixels. */
    public static byte[] jpegWithComment(String comment) {
        byte[] jpeg = jpeg(8, 8);
        return joined(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length() + 2)},
                bytes(comment),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A moving picture by its beginning, and a script from its first letter to its last. */
    public static byte[] gifWithScript() {
        return bytes("GIF89a=1/*\0\0*/;alert(1)//;");
    }

    /** Without a script it would be a drawing. */
    public static byte[] svgWithScript() {
        return bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert('" + HIDDEN + "')</script></svg>");
    }

    /** A picture with a text that unpacks to 100 MB, and one in plain words. */
    public static byte[] pngWithTexts() {
        byte[] png = png(8, 8);
        int afterHeader = 8 + 25;
        return joined(
                Arrays.copyOf(png, afterHeader),
                chunk("tEXt", bytes("Place\0" + HIDDEN)),
                chunk("zTXt", joined(bytes("Comment\0\0"), packed(new byte[100 * 1024 * 1024]))),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    /** A few bytes that say that they are a picture of so many pixels. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                Arrays.copyOf(png(1, 1), 8),
                chunk("IHDR", header),
                chunk("IDAT", packed(new byte[1024 * 1024])),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(bytes(name), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** The same, ended before its end. */
    public static byte[] cutOff(byte[] file) {
        return Arrays.copyOf(file, file.length * 2 / 3);
    }

    // --- documents ---------------------------------------------------------------------------------------------------

    /** What a program does to a PDF before it is saved. */
    public interface Writing {
        void to(PDDocument pdf) throws IOException;
    }

    public static byte[] pdf(Writing writing) {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            writing.to(pdf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] pdf() {
        return pdf(pdf -> pdf.getDocumentInformation().setAuthor(HIDDEN));
    }

    /** Written by hand: a catalogue with an entry, and one page. */
    public static byte[] pdfWith(String entry, String... objects) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + entry
                + " >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>\nendobj\n");
        for (int i = 0; i < objects.length; i++) {
            text.append(4 + i).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        return bytes(text.append("trailer\n<< /Root 1 0 R /Size ")
                .append(4 + objects.length)
                .append(" >>\n%%EOF\n")
                .toString());
    }

    /** A few kilobytes of objects that unpack to 400 MB. */
    public static byte[] pdfBomb() {
        return pdfOfObjects("/FlateDecode", packed(new byte[400 * 1024 * 1024]));
    }

    /** A document, and before it a stream that holds objects. */
    public static byte[] pdfOfObjects(String filter, byte[] content) {
        return joined(
                bytes("%PDF-1.7\n9 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter " + filter + " /Length "
                        + content.length + " >>\nstream\n"),
                content,
                bytes("\nendstream\nendobj\n"),
                pdfWith(""));
    }

    /** As {@link #packed}, with two other bytes at its beginning. */
    public static byte[] packedBehind(int first, int second, byte[] content) {
        byte[] packed = packed(content);
        packed[0] = (byte) first;
        packed[1] = (byte) second;
        return packed;
    }

    public static byte[] blanks(int megabytes) {
        byte[] blanks = new byte[megabytes * 1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    // --- what is neither ---------------------------------------------------------------------------------------------

    public static byte[] zip() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("photo.jpg"));
                zip.write(jpeg(8, 8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A few kilobytes that unpack to so many megabytes. */
    public static byte[] zipBomb(int megabytes) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("photo.jpg"));
                byte[] megabyte = new byte[1024 * 1024];
                for (int i = 0; i < megabytes; i++) {
                    zip.write(megabyte);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] packed(byte[] content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DeflaterOutputStream packing = new DeflaterOutputStream(bytes)) {
                packing.write(content);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
