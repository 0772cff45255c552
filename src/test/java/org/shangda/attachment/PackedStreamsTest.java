package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.shangda.attachment.SentFiles.bytes;
import static org.shangda.attachment.SentFiles.joined;
import static org.shangda.attachment.SentFiles.jpeg;
import static org.shangda.attachment.SentFiles.packed;
import static org.shangda.attachment.SentFiles.packedBehind;
import static org.shangda.attachment.SentFiles.pdfWith;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.refusal.Refusal;

/** Streams of a PDF that unpack to more than its reader's memory, however that is hidden. */
class PackedStreamsTest {

    static Stream<Arguments> bombs() {
        return Stream.of(
                bomb("that looks packed inside", "/FlateDecode", packed(joined(bytes("80 0 "), SentFiles.blanks(40)))),
                bomb("behind other bytes than zlib's", "/FlateDecode", packedBehind(0, 1, SentFiles.blanks(40))),
                bomb("behind a dictionary's name", "/FlateDecode", packedBehind(0x78, 0x20, SentFiles.blanks(40))),
                bomb("in hexadecimal", "[/ASCIIHexDecode /FlateDecode]", hexadecimal(packed(SentFiles.blanks(40)))),
                bomb("in letters within", "[/FlateDecode /ASCII85Decode]", packed(bytes("z".repeat(1000)))),
                bomb("that is said to be a picture", "/DCTDecode", jpeg(8, 8)),
                bomb(
                        "of rows without end",
                        "/FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>",
                        packed(new byte[9])),
                bomb("that names two milliards of objects", "/FlateDecode /N 2000000000", packed(bytes("8 0 []"))),
                arguments("of places that take no byte", placesOf("/W [0 0 0] /Size 2000000000", bytes("x"))),
                arguments("of places that take less", placesOf("/W [-1 2 0] /Size 2000000000", bytes("x"))),
                arguments(
                        "of a million places in a kilobyte",
                        placesOf("/W [0 1 0] /Size 1000000 /Filter /FlateDecode", packed(new byte[1_000_000]))),
                arguments("of three million lists in ten kilobytes", holding("[" + "[]".repeat(3_000_000) + "]", 1)),
                bomb("whose packing is hidden behind words", "/RL /X (endstream obj)", bytes("\201\200")));
    }

    private static Arguments bomb(String what, String filter, byte[] content) {
        return arguments(what, SentFiles.pdfOfObjects(filter, content));
    }

    @ParameterizedTest(name = "a PDF with a stream {0}")
    @MethodSource("bombs")
    void a_stream_that_unpacks_too_far_or_cannot_be_counted_is_refused(String what, byte[] pdf) {
        assertRefused(pdf, "file.pdf-packed");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "/Predictor 2 /Columns 0",
                "/Predictor 12 /Columns 0",
                "/Predictor 2 /Columns -1",
                "/Predictor 2 /Columns 4294967296",
                "/Predictor 2 /Columns 5 0 R",
                "/Predictor 2 /Columns 2000000000",
                "/Predictor 2 /Colors 0",
                "/Predictor 2 /Colors -3",
                "/Predictor 12 /Colors 2147483647 /Columns 65536",
                "/Predictor 12 /Colors 2000000 /Columns 2000000",
                "/Predictor 2 /BitsPerComponent 0",
                "/Predictor 2 /BitsPerComponent -8",
                "/Predictor 2 /BitsPerComponent 3",
                "/Predictor 2 /BitsPerComponent 2147483647"
            })
    void rows_that_cannot_be_are_refused_before_anybody_unpacks_them(String rows) {
        assertRefused(
                SentFiles.pdfOfObjects(
                        "/FlateDecode /DecodeParms << " + rows + " >>", packed(bytes("8 0 [] and some more"))),
                "file.pdf-packed");
        assertRefused(
                SentFiles.pdfOfObjects(
                        "[/FlateDecode] /DP [<< " + rows + " >>]", packed(bytes("8 0 [] and some more"))),
                "file.pdf-packed");
    }

    /** As programs write it that pack what a document is made of. */
    @Test
    void a_document_whose_places_are_packed_in_rows_is_taken() {
        String rows = "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 /Colors 1 /BitsPerComponent 8 >>";
        byte[] empty = packed(new byte[6]);

        assertThat(Document.clean(placesOf("/W [1 3 1] /Index [0 1] /Size 10 " + rows, empty)))
                .isNotEmpty();
        assertThat(Document.clean(holding("(a text)", 1))).isNotEmpty();
    }

    /** All of a stream was read again for each object that is said to be in it and is not. */
    @Test
    @Timeout(20)
    void what_is_said_to_be_in_a_stream_and_is_not_is_looked_for_once() {
        assertThat(Document.clean(holding("[" + "1 ".repeat(1_000_000) + "]", 3_000)))
                .isNotEmpty();
    }

    /** The rest of the file was read again for each object that has no end. */
    @ParameterizedTest
    @Timeout(60)
    @ValueSource(strings = {"(a", "<< >> stream", "%"})
    void objects_without_an_end_are_refused_before_each_is_read_to_the_end_of_the_file(String beginning) {
        StringBuilder objects = new StringBuilder(latin(pdfWith("")));
        for (int number = 10; number < 30_000; number++) {
            objects.append(number).append(" 0 obj ").append(beginning).append(' ');
        }

        assertRefused(bytes(objects.append("x".repeat(8_000_000)).toString()), "file.pdf-broken");
    }

    /** A document whose objects are found by a stream of places. */
    private static byte[] placesOf(String said, byte[] places) {
        return placed(beforeTrailer(), said, places);
    }

    private static String beforeTrailer() {
        String pdf = latin(pdfWith(""));
        return pdf.substring(0, pdf.indexOf("trailer"));
    }

    private static byte[] placed(String objects, String said, byte[] places) {
        return joined(
                bytes(objects + "9 0 obj\n<< /Type /XRef /Root 1 0 R " + said + " /Length " + places.length
                        + " >>\nstream\n"),
                places,
                bytes("\nendstream\nendobj\nstartxref\n" + objects.length() + "\n%%EOF\n"));
    }

    /** A document with an object in a stream, in which there are said to be so many. */
    private static byte[] holding(String object, int said) {
        String before = beforeTrailer();
        byte[] content = packed(bytes("100 0 " + object));
        String stream = "8 0 obj\n<< /Type /ObjStm /N 1 /First 6 /Filter /FlateDecode /Length " + content.length
                + " >>\nstream\n" + latin(content) + "\nendstream\nendobj\n";
        ByteBuffer places = ByteBuffer.allocate(5 * (4 + said));
        for (int number = 1; number <= 3; number++) {
            places.put((byte) 1).putInt(before.indexOf(number + " 0 obj"));
        }
        places.put((byte) 1).putInt(before.length());
        for (int i = 0; i < said; i++) {
            places.put((byte) 2).putInt(8);
        }
        return placed(before + stream, "/W [1 4 0] /Size 9 /Index [1 3 8 1 100 " + said + "]", places.array());
    }

    private static byte[] hexadecimal(byte[] content) {
        return bytes(HexFormat.of().formatHex(content) + ">");
    }

    /** Programs of old write so, and those that send documents by mail. */
    @ParameterizedTest
    @ValueSource(strings = {"[/ASCIIHexDecode /FlateDecode]", "/Fl", "[/AHx /Fl]"})
    void a_document_whose_text_is_packed_in_letters_is_taken(String filter) {
        byte[] text = packed(bytes("BT ET"));
        String letters = latin(filter.startsWith("[") ? hexadecimal(text) : text);

        assertThat(Document.clean(pdfWith(
                        "/X 4 0 R",
                        "<< /Filter " + filter + " /Length " + letters.length() + " >>\nstream\n" + letters
                                + "\nendstream")))
                .isNotEmpty();
    }

    /** It took most of a minute when everything that looked like a stream was searched for its end. */
    @Test
    @Timeout(20)
    void a_document_of_nothing_but_beginnings_is_refused_at_once() {
        assertRefused(bytes("%PDF-1.4\n" + "stream ".repeat(400_000)), "file.pdf-broken");
    }

    private static void assertRefused(byte[] pdf, String sentence) {
        assertThatThrownBy(() -> Document.clean(pdf))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(sentence));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
