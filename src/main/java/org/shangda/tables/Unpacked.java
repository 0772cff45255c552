package org.shangda.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * What a file of an office program unpacks to, counted without keeping anything, before anybody reads it. POI suspects a bomb
 * in every part that repeats itself, as rows do; so it is told not to, and whoever opens a file with it counts here first.
 */
public final class Unpacked {

    static {
        ZipSecureFile.setMinInflateRatio(0);
    }

    private Unpacked() {}

    /**
     * @param bytes that all parts may have together
     * @param tags beginnings and ends of elements, likewise
     * @throws IOException where it cannot be unpacked
     */
    public static boolean isWithin(byte[] packed, long bytes, int tags) throws IOException {
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        int found = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    for (int i = 0; i < read; i++) {
                        found += buffer[i] == '<' ? 1 : 0;
                    }
                    if (unpacked > bytes || found > tags) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IllegalArgumentException unreadableName) {
            throw new IOException(unreadableName);
        }
    }
}
