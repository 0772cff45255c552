package org.shangda.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which characters the fonts of printed files can draw; read from them once, when the first file is made. */
public final class PrintedCharacters {

    private static final BitSet DRAWN = new BitSet();

    static {
        for (String path : new String[] {PdfPaper.CHINESE_FONT, PdfPaper.LATIN_FONT, PdfPaper.RARE_FONT}) {
            try (InputStream in = PdfPaper.font(path);
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                CmapLookup characters = font.getUnicodeCmapLookup();
                for (int character = ' '; character < 0x32000; character++) {
                    if (characters.getGlyphId(character) != 0) {
                        DRAWN.set(character);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private PrintedCharacters() {}

    public static boolean drawn(int character) {
        return DRAWN.get(character) || Character.isWhitespace(character);
    }

    /**
     * The text with a box for each character that cannot be drawn.
     *
     * @param missing takes these characters
     */
    public static String boxed(String text, Set<Integer> missing) {
        StringBuilder boxed = new StringBuilder(text.length());
        text.codePoints().filter(character -> !unseen(character)).forEach(character -> {
            if (drawn(character)) {
                boxed.appendCodePoint(character);
            } else {
                missing.add(character);
                boxed.append('□');
            }
        });
        return boxed.toString();
    }

    /** Joiners, choices of a glyph and the like, which no page shows. */
    private static boolean unseen(int character) {
        return Character.getType(character) == Character.FORMAT
                || Character.isISOControl(character) && !Character.isWhitespace(character)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
