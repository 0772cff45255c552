package org.shangda.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What nobody in their right mind would send, by a seed. */
class Odd {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "a,b",
            ",",
            "null",
            "true",
            "-1",
            "0",
            "1",
            "2",
            "1.5",
            "1e999",
            "99999999999999999999",
            "NaN",
            "%",
            "_",
            "*",
            "${1+1}",
            "#{x}",
            "${''.getClass()}",
            "{{x}}",
            "{0}",
            "a\u0000b",
            "\u0000",
            "\ud83c\udfe0",
            "\ud83c",
            "\ud842\udfb7",
            "陈宇",
            "' or 1=1--",
            "\"",
            "\\",
            "<b>",
            "../../x",
            "/",
            "//",
            "?",
            "#",
            ";",
            "\r\n",
            "\t",
            "\u202e",
            "\ufeff",
            "２０２６",
            "a_eq_b",
            "a_like_%",
            "a_eq_",
            "_eq_",
            "2026-03-02",
            "2026-13-45",
            "2026-03-02T10:00:00",
            "2026-03-02T10:00:00.000+0800",
            "P1D",
            "R/P1D",
            "yesterday",
            "asc",
            "desc",
            "id",
            "name",
            "created",
            "staff",
            "concern-escalation",
            "level-handling",
            "{}",
            "[]",
            "[null]",
            "\"a\"",
            "rO0ABXQAAWE=",
            "长".repeat(300),
            "x".repeat(5_000),
            "字".repeat(21_000));
    private static final List<String> TYPES = List.of(
            "String", "Integer", "Long", "Double", "Boolean", "Date", "Null", "Bytes", "File", "Object", "Json", "Xml",
            "nothing", "");
    private static final List<String> CONTENTS = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/json; charset=nope",
            "application/json;charset=GBK",
            "application/json; charset=utf-16",
            "*/*",
            "nothing",
            "application/problem+json",
            "application/vnd.sun.wadl+xml");

    private final Random random;

    Odd(long seed) {
        random = new Random(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int below(int end) {
        return random.nextInt(end);
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    String text() {
        return of(TEXTS);
    }

    /** For an address: a pair of surrogates is sent whole or not at all. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String variableType() {
        return of(TYPES);
    }

    String contentType() {
        return of(CONTENTS);
    }

    JsonNode value() {
        return switch (below(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance(0.5));
            case 2 -> NODES.numberNode(of(List.of(-1L, 0L, 1L, 7L, (long) Integer.MAX_VALUE, Long.MAX_VALUE)));
            case 3 -> NODES.numberNode(of(List.of(0.5, -0.0, 1e300)));
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.arrayNode().add(value());
            case 6 -> NODES.objectNode().set(chance(0.5) ? "value" : text(), value());
            default -> NODES.textNode(text());
        };
    }

    /** A body that is broken as a whole. */
    byte[] broken(byte[] body) {
        return switch (below(7)) {
            case 0 -> new byte[0];
            case 1 -> ("{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500)).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("[".repeat(3_000)).getBytes(StandardCharsets.UTF_8);
            case 3 ->
                of(List.of(
                                "null",
                                "[]",
                                "1",
                                "\"x\"",
                                "{",
                                "{}x",
                                "\u0000",
                                "{\"a\":\"\\ud83c\"}",
                                "{\"a\":1,\"a\":2}"))
                        .getBytes(StandardCharsets.UTF_8);
            case 4 -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
            default -> bytes(body);
        };
    }

    /** Some bytes changed, left out, put in or doubled. */
    byte[] bytes(byte[] from) {
        if (from.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        List<Byte> bytes = new ArrayList<>(from.length);
        for (byte one : from) {
            bytes.add(one);
        }
        for (int i = 1 + below(4); i > 0 && !bytes.isEmpty(); i--) {
            int at = below(bytes.size());
            switch (below(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt());
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, (byte) ",;\t\"\n\0=".charAt(below(7)));
                case 3 ->
                    bytes.subList(at, Math.min(bytes.size(), at + 1 + below(200)))
                            .clear();
                default ->
                    bytes.addAll(at, List.copyOf(bytes.subList(at, Math.min(bytes.size(), at + 1 + below(200)))));
            }
        }
        byte[] to = new byte[bytes.size()];
        for (int i = 0; i < to.length; i++) {
            to[i] = bytes.get(i);
        }
        return to;
    }

    /** A file: its bytes changed, a cell changed, or, in an archive, a part of it changed. */
    byte[] file(byte[] from) {
        if (from.length > 1 && from[0] == 'P' && from[1] == 'K' && chance(0.8)) {
            return archive(from);
        }
        if (chance(0.5)) {
            String[] lines = new String(from, StandardCharsets.UTF_8).split("\n", -1);
            String[] cells = lines[below(lines.length)].split(",", -1);
            cells[below(cells.length)] = chance(0.5) ? text() : "\"" + text().replace("\"", "\"\"") + "\"";
            lines[below(lines.length)] = String.join(",", cells);
            return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        }
        return bytes(from);
    }

    private byte[] archive(byte[] from) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(from));
                ZipOutputStream out = new ZipOutputStream(to)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                boolean changed = chance(entry.getName().contains("sheet") ? 0.7 : 0.1);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(changed ? part(part) : part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toByteArray();
    }

    /** What small exporters write into the XML of a sheet, and what nobody writes. */
    private byte[] part(byte[] xml) {
        String text = new String(xml, StandardCharsets.UTF_8);
        String[][] changes = {
            {"t=\"s\"", ""},
            {"t=\"s\"", "t=\"e\""},
            {"t=\"s\"", "t=\"b\""},
            {"t=\"s\"", "t=\"d\""},
            {"t=\"s\"", "t=\"str\""},
            {"t=\"s\"", "t=\"inlineStr\""},
            {"<v>0</v>", "<v>abc</v>"},
            {"<v>1</v>", "<v>999999</v>"},
            {"<v>2</v>", "<v></v>"},
            {"<v>3</v>", "<f>1+1</f><v>2</v>"},
            {"<v>", "<v>1e999"},
            {"r=\"A2\"", "r=\"ZZZZ9\""},
            {"r=\"A2\"", ""},
            {"<row r=\"2\"", "<row r=\"-1\""},
            {"s=\"", "s=\"99"},
            {"<sheetData>", "<sheetData><row/>"}
        };
        String[] change = changes[below(changes.length)];
        return chance(0.7) && text.contains(change[0])
                ? text.replace(change[0], change[1]).getBytes(StandardCharsets.UTF_8)
                : bytes(xml);
    }
}
