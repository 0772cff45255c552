package org.shangda;

import static org.shangda.DamageKind.*;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What may happen to a file as a whole. */
final class FileDamages {

    private FileDamages() {}

    static List<Damage> of(String file) {
        String ending = file.substring(file.lastIndexOf('.'));
        String another = ShippedDoor.FILES.keySet().stream()
                .filter(other -> other.endsWith(ending) && !other.equals(file))
                .findFirst()
                .orElseThrow();
        return List.of(
                new Damage(FILE_EMPTY, file, "empty", content -> new byte[0]),
                new Damage(FILE_EMPTY, file, "spaces", content -> "  \n".getBytes(StandardCharsets.UTF_8)),
                new Damage(FILE_CUT, file, "half", content -> Arrays.copyOf(content, content.length / 2)),
                new Damage(FILE_CUT, file, "one byte", content -> Arrays.copyOf(content, content.length - 3)),
                new Damage(
                        FILE_OTHER_ENCODING,
                        file,
                        "GBK",
                        content -> new String(content, StandardCharsets.UTF_8).getBytes(Charset.forName("GBK"))),
                new Damage(FILE_OTHER_ENCODING, file, "zero bytes", content -> new byte[content.length]),
                new Damage(FILE_WITH_A_MARK, file, "BOM", FileDamages::marked),
                new Damage(FILE_OF_ANOTHER, file, another, content -> ShippedDoor.FILES.get(another)),
                Damage.text(FILE_DEFINES_TWO, file, "two", FileDamages::two));
    }

    private static byte[] marked(byte[] content) {
        byte[] marked = new byte[content.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(content, 0, marked, 3, content.length);
        return marked;
    }

    private static String two(String content) {
        if (content.contains("<bpmn:process")) {
            return content.replaceFirst(
                    "</bpmn:process>",
                    "</bpmn:process><bpmn:process id=\"more\" isExecutable=\"true\"><bpmn:startEvent id=\"Start_More\"/></bpmn:process>");
        }
        return content.contains("</decision>")
                ? content.replaceFirst("</decision>", "</decision><decision id=\"more\" name=\"more\"/>")
                : content + content;
    }
}
