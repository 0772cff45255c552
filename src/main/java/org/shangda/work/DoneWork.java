package org.shangda.work;

import java.time.Instant;
import java.util.List;

/** 已办: what somebody has done, for the list of it at their desk. */
public interface DoneWork {

    /**
     * Something that somebody has done something with.
     *
     * @param did what they did, in words
     * @param doneAt when, the last time
     * @param kind what it is called; null, like all that follows, where they may not read it today
     * @param raiser name of whose it is, or that it is withheld
     * @param about its category, in words
     * @param where where it is now, or how it stands when it is nowhere
     * @param result how it ended at the last level that ended, empty before
     * @param answer in full, empty before there is one
     * @param rating empty before there is one
     */
    record Done(
            String number,
            String did,
            Instant doneAt,
            String kind,
            String title,
            String raiser,
            String about,
            String where,
            String state,
            String result,
            String answer,
            String rating) {}

    /** @param total on all pages */
    record Found(int total, List<Done> rows) {}

    /** @param person staff number */
    int count(String person);

    /**
     * The latest first.
     *
     * @param typed looked for in numbers and in titles that the person may read; null for all
     * @param category code of one; null for all
     * @param page from 0, each of 25 rows
     */
    Found find(String person, String typed, String category, int page);
}
