package org.shangda.numbering;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What somebody has written, as a mark of 64 characters: the same for the same content, and for no other. */
public final class Digest {

    private Digest() {}

    /** @param content fields in their order; records and lists are read with everything that is in them */
    public static String of(Object... content) {
        return of(Arrays.stream(content)
                .flatMap(field -> fields(field).stream())
                .collect(Collectors.joining("\0"))
                .getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fields(Object value) {
        List<String> fields = new ArrayList<>();
        if (value instanceof Record row) {
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                fields.addAll(fields(read(row, component)));
            }
        } else if (value instanceof Collection<?> list) {
            // Its length, so that one long list is not the same as two short ones.
            fields.add("#" + list.size());
            list.forEach(element -> fields.addAll(fields(element)));
        } else {
            fields.add(value == null ? "" : value.toString());
        }
        return fields;
    }

    private static Object read(Record row, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
