package org.shangda;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One edit of one shipped file.
 *
 * @param at what was changed, in the file's own ids
 */
record Damage(DamageKind kind, String file, String at, UnaryOperator<byte[]> edit) {

    static Damage text(DamageKind kind, String file, String at, UnaryOperator<String> edit) {
        return new Damage(
                kind,
                file,
                at,
                content ->
                        edit.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    static Damage xml(DamageKind kind, String file, String at, Consumer<Damaged.Xml> edit) {
        return text(kind, file, at, Damaged.xml(edit));
    }

    Map<String, byte[]> files() {
        return new TreeMap<>(Map.of(file, edit.apply(ShippedDoor.FILES.get(file))));
    }

    @Override
    public String toString() {
        return kind + " " + file + " " + at;
    }
}
