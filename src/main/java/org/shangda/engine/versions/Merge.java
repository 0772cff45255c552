package org.shangda.engine.versions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Two sides have changed one file. What only one of them has changed is taken from it; a row, an element or a component
 * that both have changed, each in its own way, is a conflict, and then nothing is merged.
 *
 * @param content what both together say; null when there are conflicts
 * @param conflicts what both have changed
 */
record Merge(byte[] content, List<Conflict> conflicts) {

    enum Why {
        /** Both changed it, or one left out what the other changed. */
        BOTH,
        /** Both changed how the parts hang together, or in which order they stand. */
        DRAWING,
        /** What the administrator's version was made from is not there any more. */
        NO_BASE,
        /** Each side can be deployed, both together cannot. */
        TOGETHER
    }

    /** @param part empty where it is about the file */
    record Conflict(Why why, Part part, String words) {

        static Conflict of(Why why, Part part) {
            return new Conflict(why, part, "");
        }
    }

    /** @param base from which both were made */
    static Merge of(Function<byte[], Structure> reader, byte[] base, byte[] mine, byte[] shipped) {
        return new Sides(reader.apply(base), reader.apply(mine), reader.apply(shipped)).merged(reader, false);
    }

    /** What both have changed stays as the administrator has it; the rest is taken from both sides all the same. */
    static Merge keepingMine(Function<byte[], Structure> reader, byte[] base, byte[] mine, byte[] shipped) {
        return new Sides(reader.apply(base), reader.apply(mine), reader.apply(shipped)).merged(reader, true);
    }

    private record Sides(Structure base, Structure mine, Structure shipped) {

        Merge merged(Function<byte[], Structure> reader, boolean mineGoesFirst) {
            Set<String> fromMine = new LinkedHashSet<>();
            Set<String> fromShipped = new LinkedHashSet<>();
            List<Conflict> conflicts = new ArrayList<>();
            for (String id : everything()) {
                Part m = mine.parts().get(id);
                Part s = shipped.parts().get(id);
                if (same(m, s)) {
                    continue;
                }
                if (same(m, base.parts().get(id))) {
                    fromShipped.add(id);
                } else if (mineGoesFirst || same(s, base.parts().get(id))) {
                    fromMine.add(id);
                } else {
                    conflicts.add(Conflict.of(Why.BOTH, m == null ? s : m));
                }
            }
            if (!conflicts.isEmpty()) {
                return new Merge(null, conflicts);
            }
            boolean mineReordered = reordered(mine);
            Supplier<byte[]> ontoShipped = () -> shipped.with(mine, fromMine);
            Supplier<byte[]> ontoMine = () -> mine.with(shipped, fromShipped);
            Stream<Supplier<byte[]>> ways = mineReordered && reordered(shipped)
                    ? Stream.of()
                    : mineReordered ? Stream.of(ontoMine) : Stream.of(ontoShipped, ontoMine);
            return ways.map(way -> attempted(way, reader, fromMine))
                    .filter(content -> content != null)
                    .findFirst()
                    .map(content -> new Merge(content, List.of()))
                    .orElseGet(() -> new Merge(null, List.of(Conflict.of(Why.DRAWING, null))));
        }

        private byte[] attempted(Supplier<byte[]> way, Function<byte[], Structure> reader, Set<String> fromMine) {
            try {
                byte[] content = way.get();
                return isBoth(reader.apply(content), fromMine) ? content : null;
            } catch (Structure.CannotPatch hangsTogether) {
                return null;
            }
        }

        /** Whether every part is what one side has made of it, and none is missing or too many. */
        private boolean isBoth(Structure result, Set<String> fromMine) {
            return everything().stream().allMatch(id -> {
                Structure side = fromMine.contains(id) || !shippedHasChanged(id) ? mine : shipped;
                return same(result.parts().get(id), side.parts().get(id));
            });
        }

        private boolean shippedHasChanged(String id) {
            return !same(shipped.parts().get(id), base.parts().get(id));
        }

        private boolean reordered(Structure side) {
            return !side.commonWith(base).equals(base.commonWith(side));
        }

        private Set<String> everything() {
            Set<String> ids = new TreeSet<>();
            Stream.of(base, mine, shipped)
                    .map(Structure::parts)
                    .map(Map::keySet)
                    .forEach(ids::addAll);
            return ids;
        }

        private static boolean same(Part one, Part other) {
            return one == null ? other == null : one.saysTheSameAs(other);
        }
    }
}
