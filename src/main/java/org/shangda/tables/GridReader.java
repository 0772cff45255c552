package org.shangda.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.core.io.InputStreamSource;

/** Turns bytes that somebody uploaded, or text that somebody pasted, into cells, or says why not. */
public final class GridReader {

    public static final int MAX_BYTES = 5 * 1024 * 1024;
    /** Where nobody has said how long a file is. */
    public static final long UNKNOWN_SIZE = -1;

    public static final int MAX_ROWS = 20_000;

    /** Exports often carry a title and a remark above the headings. */
    static final int WITHIN_ROWS = 10;

    /** What stands further to the right is not read. */
    static final int MAX_COLUMNS = 100;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private GridReader() {}

    /**
     * @param size in bytes, looked at before anything is read
     * @param columns whose headings tell an encoding and a separator from another
     * @return every sheet of a workbook, or the one grid of a text file
     */
    public static List<Grid> read(InputStreamSource content, long size, Collection<? extends Column> columns)
            throws Unreadable {
        byte[] bytes = bytes(content, size);
        if (startsWith(bytes, OLD_OFFICE)) {
            throw new Unreadable("file.old-office");
        }
        return startsWith(bytes, ZIP)
                ? new WorkbookReader(new Allowance()).read(bytes)
                : List.of(DelimitedText.read(bytes, columns));
    }

    /** What somebody pasted: copied from a spreadsheet (tabs), or separated like a file. */
    public static Grid pasted(String text, Collection<? extends Column> columns) throws Unreadable {
        return DelimitedText.pasted(text, columns);
    }

    private static byte[] bytes(InputStreamSource content, long size) throws Unreadable {
        if (size > MAX_BYTES) {
            throw new Unreadable("file.too-big", MAX_BYTES >> 20);
        }
        try (InputStream in = content.getInputStream()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Unreadable("file.too-big", MAX_BYTES >> 20);
            }
            if (bytes.length == 0) {
                throw new Unreadable("file.empty");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
