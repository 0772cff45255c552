package org.shangda.work;

import java.util.Optional;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** 代办: that somebody is asked in the place of somebody on leave, as cards and forms say it. */
@Component
public class InPlaceWords {

    private final University university;
    private final Sentences sentences;

    InPlaceWords(University university, Sentences sentences) {
        this.university = university;
        this.sentences = sentences;
    }

    /** In the language of the present request; empty for whoever is asked by a post of their own. */
    public Optional<String> of(Offer offer, String person) {
        return Optional.ofNullable(offer.inPlace().get(person))
                .map(place -> sentences.of(
                        "work.in-place",
                        university.nameOf(place.person()),
                        place.until().toString()));
    }
}
