package org.shangda.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A shipped template as somebody has changed it. */
public final class ChangedDocx {

    private static final String TEXT = "word/document.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private ChangedDocx(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] shipped(String name) {
        try (var in = ChangedDocx.class.getResourceAsStream("/paper/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ChangedDocx of(byte[] file) {
        return new ChangedDocx(file);
    }

    /** In the text. */
    public ChangedDocx with(String before, String now) {
        return in(TEXT, before, now);
    }

    public ChangedDocx in(String part, String before, String now) {
        String content = part(part);
        if (!content.contains(before)) {
            throw new AssertionError(part + " has no " + before);
        }
        parts.put(part, content.replace(before, now).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A part of that type, without anything leading to it. */
    public ChangedDocx and(String part, String type, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return in(
                "[Content_Types].xml",
                "</Types>",
                "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/></Types>");
    }

    /** @param mode of the target: {@code Internal} or {@code External} */
    public ChangedDocx leading(String kind, String target, String mode) {
        return in(
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rId" + (parts.size() + 90)
                        + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
                        + "\" Target=\"" + target + "\" TargetMode=\"" + mode + "\"/></Relationships>");
    }

    public String part(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    /** Of all parts. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        parts.keySet()
                .forEach(name -> all.append(name).append(' ').append(part(name)).append('\n'));
        return all.toString();
    }

    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
