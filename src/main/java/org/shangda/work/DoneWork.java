package org.shangda.work;

import java.time.Instant;
import java.util.List;

/** 已办: what somebody has had a hand in, for as long as it is kept. */
public interface DoneWork {

    /**
     * One case.
     *
     * @param kind what the person did, in the reader's language
     * @param title null where the reader may not read it (any more)
     * @param about labels of the case's codes
     * @param where where it is now
     * @param newest the latest answer, or null
     * @param at when the person last had a hand in it
     */
    record Done(String number, String kind, String title, String about, String where, String newest, Instant at) {}

    /** @param total how many there are in all */
    record Found(List<Done> rows, int total) {}

    /**
     * The latest first.
     *
     * @param person staff number of the reader
     * @param wanted stands in the title, where the reader may read it, or in the number; empty for all
     * @param category code; null or empty for all
     * @param from how many are passed over
     * @param most how many are read at most
     */
    Found of(String person, String wanted, String category, int from, int most);
}
