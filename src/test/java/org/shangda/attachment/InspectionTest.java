package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.shangda.attachment.SentFiles.HIDDEN;
import static org.shangda.attachment.SentFiles.bytes;
import static org.shangda.attachment.SentFiles.cutOff;
import static org.shangda.attachment.SentFiles.joined;
import static org.shangda.attachment.SentFiles.jpeg;
import static org.shangda.attachment.SentFiles.packed;
import static org.shangda.attachment.SentFiles.pdfWith;
import static org.shangda.attachment.SentFiles.png;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.refusal.Refusal;

/** What is kept of an upload, and what is not taken at all. */
class InspectionTest {

    private static final Inspection INSPECTION = new Inspection(content -> {});

    private static Clean inspect(byte[] file) {
        return INSPECTION.of(() -> new ByteArrayInputStream(file));
    }

    // --- pictures ----------------------------------------------------------------------------------------------------

    @Test
    void of_a_photo_its_pixels_are_kept_and_not_where_it_was_taken() {
        Clean clean = inspect(SentFiles.photo(60, 40, 1));

        assertThat(clean.type()).isEqualTo(FileType.JPEG);
        assertThat(read(clean.content())).doesNotContain(HIDDEN, "Exif");
        assertThat(decoded(clean.content()).getWidth()).isEqualTo(60);
    }

    /** By where the red half of the picture is afterwards. */
    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void a_photo_is_turned_as_the_camera_was_held(int orientation, String red) {
        BufferedImage picture =
                decoded(inspect(SentFiles.photo(60, 40, orientation)).content());

        boolean lying = orientation >= 5;
        assertThat(picture.getWidth()).isEqualTo(lying ? 40 : 60);
        assertThat(picture.getHeight()).isEqualTo(lying ? 60 : 40);
        int x = red.equals("left") ? 5 : red.equals("right") ? picture.getWidth() - 5 : picture.getWidth() / 2;
        int y = red.equals("top") ? 5 : red.equals("bottom") ? picture.getHeight() - 5 : picture.getHeight() / 2;
        assertThat(new Color(picture.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(picture.getWidth() - 1 - x, picture.getHeight() - 1 - y)).getRed())
                .isLessThan(red.equals("top") || red.equals("bottom") || lying == false ? 60 : 256);
    }

    @Test
    void a_picture_gets_a_small_one_of_at_most_320_pixels() {
        BufferedImage small = decoded(inspect(jpeg(1000, 500)).thumbnail());

        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(160);
    }

    @Test
    void of_a_picture_that_is_larger_than_a_screen_needs_fewer_pixels_are_kept() {
        assertThat(decoded(inspect(jpeg(5000, 10)).content()).getWidth()).isEqualTo(2500);
    }

    @Test
    void what_is_hidden_behind_a_picture_is_gone() {
        for (byte[] picture : new byte[][] {jpeg(20, 20), png(20, 20)}) {
            assertThat(read(inspect(joined(picture, bytes(HIDDEN))).content())).doesNotContain(HIDDEN);
        }
    }

    /** A telephone takes a film along and puts it behind the picture; in a film stands whatever there is. */
    @Test
    void of_a_photo_that_moves_the_picture_is_kept() {
        byte[] film = bytes("\0\0\0\30ftypmp42" + "\u00ff\u00da\0\1".repeat(100) + HIDDEN);

        Clean clean = inspect(joined(SentFiles.photo(60, 40, 1), film));

        assertThat(decoded(clean.content()).getWidth()).isEqualTo(60);
        assertThat(read(clean.content())).doesNotContain(HIDDEN, "ftyp");
    }

    /** What is packed has every row of a few bytes somewhere, in one photo of a thousand. */
    @Test
    void a_photo_in_which_a_few_bytes_look_like_the_beginning_of_something_else_is_taken() {
        byte[] photo = SentFiles.jpegWithComment(
                "\u0091<SvG\u00c3 <svg>\u00ff<hTML\u0007<head <body>\u0001<?PHP %pdf-\u0003 PK\1\2 PK\5\6");

        assertThat(inspect(joined(photo, new byte[70_000])).type()).isEqualTo(FileType.JPEG);
    }

    @Test
    void texts_in_a_picture_are_gone_and_never_unpacked() {
        assertThat(read(inspect(SentFiles.pngWithTexts()).content())).doesNotContain(HIDDEN, "zTXt");
    }

    // --- documents ---------------------------------------------------------------------------------------------------

    @Test
    void of_a_document_its_pages_are_kept_and_not_what_is_said_about_it() throws IOException {
        Clean clean = inspect(joined(
                SentFiles.pdf(pdf -> {
                    pdf.getDocumentInformation().setAuthor(HIDDEN);
                    pdf.getDocumentCatalog()
                            .setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(bytes("<x>" + HIDDEN + "</x>"))));
                    pdf.getPage(0)
                            .setMetadata(new PDMetadata(pdf, new ByteArrayInputStream(bytes("<x>" + HIDDEN + "</x>"))));
                }),
                bytes(HIDDEN)));

        assertThat(clean.type()).isEqualTo(FileType.PDF);
        assertThat(clean.thumbnail()).isNull();
        assertThat(read(clean.content())).startsWith("%PDF-").doesNotContain(HIDDEN, "script");
        try (PDDocument pdf = Loader.loadPDF(clean.content())) {
            assertThat(pdf.getNumberOfPages()).isOne();
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            assertThat(pdf.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void a_document_may_lead_to_a_page_of_the_web() {
        assertThat(inspect(SentFiles.pdf(pdf -> link(pdf, "https://www.donghai.example/")))
                        .type())
                .isEqualTo(FileType.PDF);
    }

    private static void link(PDDocument pdf, String address) throws IOException {
        PDActionURI action = new PDActionURI();
        action.setURI(address);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(action);
        pdf.getPage(0).getAnnotations().add(link);
    }

    private static byte[] locked() {
        return SentFiles.pdf(pdf -> pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
    }

    private static byte[] lockedWithPassword() {
        return SentFiles.pdf(pdf -> pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
    }

    // --- what is refused ---------------------------------------------------------------------------------------------

    static Stream<Arguments> harmful() {
        byte[] large = Arrays.copyOf(jpeg(8, 8), 10 * 1024 * 1024 + 1);
        return Stream.of(
                arguments("nothing", "file.empty", new byte[0]),
                arguments("more than 10 MB", "file.too-large", large),
                arguments("text", "file.wrong-type", bytes("hello")),
                arguments("a page", "file.wrong-type", bytes("<!doctype html><script>alert(1)</script>")),
                arguments(
                        "a drawing with a script",
                        "file.wrong-type",
                        bytes(
                                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                arguments("an archive", "file.wrong-type", SentFiles.zip()),
                arguments("an archive before a picture", "file.wrong-type", joined(SentFiles.zip(), jpeg(8, 8))),
                arguments("a moving picture", "file.wrong-type", bytes("GIF89a\1\0\1\0\0\0\0;")),
                arguments("a moving picture that is a script", "file.wrong-type", SentFiles.gifWithScript()),
                twoInOne("a photo and an archive", joined(jpeg(8, 8), SentFiles.zip())),
                twoInOne("a picture and a page", joined(png(8, 8), bytes("<HTML><Script>alert(1)</Script>"))),
                twoInOne("a page within a photo", SentFiles.jpegWithComment("<script>alert(1)</script>")),
                twoInOne("a drawing within a photo", SentFiles.jpegWithComment("<SVG\nonload=alert(1)>")),
                twoInOne("a script of a server within a photo", SentFiles.jpegWithComment("<?php system($_GET[0]);")),
                twoInOne("a photo and an archive with a remark", withRemark(joined(jpeg(8, 8), SentFiles.zip()))),
                twoInOne("a photo and a document", joined(jpeg(8, 8), SentFiles.pdf())),
                twoInOne("a photo, a page and an archive", SentFiles.polyglot(jpeg(8, 8))),
                twoInOne("a document and an archive", joined(SentFiles.pdf(), SentFiles.zip())),
                twoInOne("an archive within a document", pdfWith("", "<< >>\nstream\n" + text(SentFiles.zip()))),
                twoInOne("a document and a page", joined(SentFiles.pdf(), bytes("<script>alert(1)</script>"))),
                arguments("a program", "file.wrong-type", bytes("MZ\u0090\0\3\0\0\0")),
                arguments("the beginning of a JPEG", "file.picture-broken", cutOff(jpeg(400, 400))),
                arguments("the beginning of a PNG", "file.picture-broken", cutOff(png(400, 400))),
                arguments("a PNG's signature alone", "file.picture-broken", Arrays.copyOf(png(4, 4), 8)),
                arguments("a JPEG's signature alone", "file.picture-broken", Arrays.copyOf(jpeg(4, 4), 4)),
                arguments("pixels without end", "file.too-many-pixels", SentFiles.pngThatClaims(60_000, 60_000)),
                arguments("a line of pixels", "file.side-too-long", SentFiles.pngThatClaims(65_536, 1)),
                arguments("scans without end", "file.picture-broken", scansWithoutEnd()),
                arguments("fewer pixels than it claims", "file.picture-broken", SentFiles.pngThatClaims(4_000, 4_000)),
                arguments("a PDF's beginning", "file.pdf-broken", bytes("%PDF-1.7\n")),
                arguments("a PDF without pages", "file.pdf-pages", SentFiles.pdf(pdf -> pdf.removePage(0))),
                arguments("a locked PDF", "file.pdf-locked", locked()),
                arguments("a PDF with a password", "file.pdf-locked", lockedWithPassword()),
                arguments("a PDF that unpacks to 400 MB", "file.pdf-packed", SentFiles.pdfBomb()),
                arguments(
                        "a PDF that is packed twice",
                        "file.pdf-packed",
                        joined(
                                bytes("%PDF-1.7\n4 0 obj\n<< /Filter [/FlateDecode /FlateDecode] >>\nstream\n"),
                                packed(packed(new byte[400 * 1024 * 1024])),
                                bytes("\nendstream\nendobj\n"),
                                pdfWith(""))),
                arguments(
                        "a packing that cannot be counted",
                        "file.pdf-packed",
                        pdfWith("", "<< /Filter /L#5aWDecode /Length 1 >>\nstream\nx\nendstream")),
                active("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
                active("/OpenAction << /S /Java#53cript /J#53 (app.alert(1)) >>"),
                active("/OpenAction 4 0 R", "<< /S /Launch /F (calc.exe) >>"),
                active("/AA << /WC << /S /SubmitForm /F (http://x.example) >> >>"),
                active("/Names << /JavaScript << /Names [(a) 4 0 R] >> >>", "<< /S /JavaScript /JS (1) >>"),
                active("/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>", "<< /Type /Filespec /F (a.exe) >>"),
                active(
                        "/AF [4 0 R]",
                        "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
                        "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream"),
                active("/AcroForm << /Fields [] /XFA (x) >>"),
                active("/OpenAction << /S /URI /URI (javascript:alert(1)) >>"),
                active("/OpenAction << /S /URI /URI (file:///etc/passwd) >>"),
                active("/OpenAction << /Type /StructElem /S /Launch /F (calc.exe) >>"),
                active("/OpenAction << /S /Thread /F (other.pdf) /D 0 >>"),
                active("/OpenAction << /S /Hide /T (field) >>"),
                active("/OpenAction << /S /Named /N /Print >>"),
                active("/OpenAction << /S /URI /URI /javascript:alert#281#29 >>"),
                active("/URI << /Base (javascript:) >>"));
    }

    private static Arguments twoInOne(String what, byte[] file) {
        return arguments(what, "file.two-in-one", file);
    }

    /** An archive ends with a remark of up to 65,535 letters. */
    private static byte[] withRemark(byte[] archive) {
        archive[archive.length - 1] = (byte) 0xff;
        archive[archive.length - 2] = (byte) 0xff;
        return joined(archive, new byte[65_535]);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] scansWithoutEnd() {
        byte[] jpeg = jpeg(8, 8);
        int end = jpeg.length - 2;
        return joined(
                Arrays.copyOf(jpeg, end),
                bytes("\u00ff\u00da\0\10\1\1\0\0\77\0\0".repeat(100)),
                Arrays.copyOfRange(jpeg, end, jpeg.length));
    }

    private static Arguments active(String entry, String... objects) {
        return arguments("a PDF with " + entry, "file.pdf-active", pdfWith(entry, objects));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("harmful")
    void what_is_harmful_or_broken_is_refused_with_what_to_do(String what, String sentence, byte[] file) {
        assertThatThrownBy(() -> inspect(file)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(sentence);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        });
    }

    @Test
    void a_scanner_is_not_asked_about_what_is_too_large_or_empty() {
        Inspection scanned = new Inspection(content -> {
            throw Refusal.conflict("file.not-scanned");
        });

        for (byte[] file : new byte[][] {new byte[0], new byte[10 * 1024 * 1024 + 1]}) {
            assertThatThrownBy(() -> scanned.of(() -> new ByteArrayInputStream(file)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isIn("file.empty", "file.too-large"));
        }
    }

    /** Or the test above would hold for documents that nobody can read. */
    @Test
    void a_document_that_is_written_by_hand_and_does_nothing_is_taken() {
        assertThat(inspect(pdfWith("/PageMode /UseOutlines")).type()).isEqualTo(FileType.PDF);
    }

    // --- names -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "IMG_2041.JPG,IMG_2041.jpg",
        "漏水 三号楼.jpeg,漏水 三号楼.jpg",
        "../../etc/passwd,passwd.jpg",
        "C:\\fakepath\\a.png,a.jpg",
        "page.html,page.jpg",
        "'',file.jpg",
        ".jpg,file.jpg",
        "a.tar.gz,a.tar.jpg"
    })
    void a_file_is_called_as_its_owner_calls_it_and_ends_as_its_content_does(String sent, String called) {
        assertThat(FileName.of(sent, FileType.JPEG)).isEqualTo(called);
    }

    @Test
    void a_name_has_no_signs_that_no_screen_shows_and_is_no_longer_than_a_line() {
        assertThat(FileName.of("a\r\n\u202egpj.exe\0", FileType.PDF)).isEqualTo("agpj.pdf");
        assertThat(FileName.of("a\u2028\u2029b\u00a0c.jpg", FileType.JPEG)).isEqualTo("a b c.jpg");
        assertThat(FileName.of("\u00a0\u3000.jpg", FileType.JPEG)).isEqualTo("file.jpg");
        assertThat(FileName.of(null, FileType.PDF)).isEqualTo("file.pdf");
        assertThat(FileName.of("长".repeat(500), FileType.PDF)).hasSize(84);
    }

    private static String read(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
