package org.shangda.pairing;

import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Component;

/** How whatever belongs to a pair is called, in the caller's language. */
@Component
class PairLabels {

    private final University university;
    private final Sentences sentences;
    private final Words words;

    PairLabels(University university, Sentences sentences, Words words) {
        this.university = university;
        this.sentences = sentences;
        this.words = words;
    }

    String relation(Relation relation) {
        return words.label("relation", relation.code());
    }

    String category(String code) {
        return words.label("group", code);
    }

    /** As it is written in tables and typed in forms. */
    String categoryInChinese(String code) {
        return words.inChinese("group", code);
    }

    /** A post that carries pairs, or 「党员高层次人才」, which is given as one. */
    String postInChinese(String code) {
        return words.inChinese("post", code);
    }

    String state(PairingState state) {
        return sentences.of("pairing.state." + state.name());
    }

    /** Null while it is open. */
    String reason(String code) {
        return code == null ? null : words.label("pair-reason", code);
    }

    String why(String code, String argument) {
        return code == null ? "" : sentences.of("pairing.why." + code, argument == null ? "" : argument);
    }

    String waveKind(Wave.Kind kind) {
        return sentences.of("pairing.wave.kind." + kind.name());
    }

    /** @param what a decision that waits for the college or the branch */
    String waiting(String what) {
        return sentences.of("pairing.waiting." + what);
    }

    /** Null where there is nobody. */
    String name(String person) {
        return person == null ? null : university.nameOf(person);
    }

    /** As it can be typed again without doubt. */
    String nameAndId(String person) {
        return sentences.of("pairing.name-and-number", university.nameOf(person), person);
    }

    /** Empty where there is nobody. */
    String nameAndBranch(String person) {
        return person == null
                ? ""
                : university
                        .person(person)
                        .map(one -> one.name() + " · " + unit(one.branch()))
                        .orElseGet(() -> university.nameOf(person));
    }

    String unit(String code) {
        return university.nameOfUnit(code);
    }
}
