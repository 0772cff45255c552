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
