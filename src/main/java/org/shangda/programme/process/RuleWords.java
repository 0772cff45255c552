package org.shangda.programme.process;

import java.util.List;
import org.shangda.words.WordKind;
import org.shangda.words.WordKinds;
import org.springframework.stereotype.Component;

/** Kinds of codes that only the tables of rules use; {@link TableShapes} says where. */
@Component
class RuleWords implements WordKinds {

    @Override
    public List<WordKind> wordKinds() {
        return List.of(
                WordKind.any("level"),
                WordKind.any("task"),
                WordKind.fixed("stage", TableShapes.STAGES),
                WordKind.fixed("period", TableShapes.PERIODS),
                WordKind.fixed("strength", TableShapes.STRENGTHS),
                WordKind.fixed("who", TableShapes.TALKERS),
                WordKind.fixed("post", TableShapes.POSTS),
                WordKind.fixed("scope", TableShapes.SCOPES),
                WordKind.fixed("tier", TableShapes.TIERS));
    }
}
