package org.shangda.pairing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs that were formed, for whoever asks what follows from them. */
public interface Pairs {

    Optional<Pair> pair(String number);

    /** Pairs that somebody carries and that lived on some day from {@code from} to {@code to}, both included. */
    List<Pair> carriedBy(String person, LocalDate from, LocalDate to);

    /** Pairs in which somebody is the colleague, living today. */
    List<Pair> of(String colleague);

    /** Staff numbers of those who carry a pair that lived on some day from {@code from} to {@code to}, in order. */
    List<String> carriers(LocalDate from, LocalDate to);

    /** Days on which a pair rests, within the period. */
    List<Leave> leaves(String pair, LocalDate from, LocalDate to);

    /** The same of many pairs at once, by number; a pair that does not rest is not in it. */
    Map<String, List<Leave>> leaves(Collection<String> pairs, LocalDate from, LocalDate to);

    /** Who confirms what is noted: the colleague; for a linked branch its recorder, else whoever answers for it. */
    String confirms(String pair);

    /** Pairs of the units below a college or branch, or of the whole university, that lived on some day of the period. */
    List<Pair> within(String unit, LocalDate from, LocalDate to);
}
