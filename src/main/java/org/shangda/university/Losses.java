package org.shangda.university;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who and what an import takes away. More than everyday, it is stored only when exactly these numbers are confirmed: a file
 * that lacks a college looks like one in which a whole college has left.
 *
 * @param leavers how many leave the roster
 * @param people how many were on it
 * @param byUnit units that lose somebody, and abolished ones that have open work; in the order of their codes
 */
public record Losses(int leavers, int people, List<Loss> byUnit) {

    /** Of a hundred people; above it an import is to be confirmed. */
    static final int EVERYDAY_PERCENT = 5;

    static final Losses NONE = new Losses(0, 0, List.of());

    /**
     * @param leavers people of a branch who leave; of another unit, those with a post in it
     * @param of how many it had
     * @param openWork pieces of work that its people held or were offered, where the unit is missing from the file; else 0
     */
    public record Loss(String unit, String name, int leavers, int of, int openWork) {

        boolean everybody() {
            return leavers > 0 && leavers == of;
        }

        private String confirmation() {
            return unit + "=" + leavers + (openWork == 0 ? "" : "+" + openWork);
        }
    }

    static Losses between(Snapshot before, Snapshot after, List<PassedOn> passedOn) {
        Set<String> leavers = new TreeSet<>();
        before.people().stream()
                .map(Person::id)
                .filter(id -> after.person(id).isEmpty())
                .forEach(leavers::add);
        List<Loss> losses = new ArrayList<>();
        for (Unit unit : before.units()) {
            Set<String> of = peopleOf(unit, before);
            Set<String> gone = new HashSet<>(of);
            gone.retainAll(leavers);
            int openWork = after.roster().abolished().contains(unit.code()) ? openWork(unit, of, passedOn) : 0;
            if (!gone.isEmpty() || openWork > 0) {
                losses.add(new Loss(unit.code(), unit.name(), gone.size(), of.size(), openWork));
            }
        }
        return new Losses(leavers.size(), before.people().size(), List.copyOf(losses));
    }

    private static Set<String> peopleOf(Unit unit, Snapshot before) {
        Set<String> people = new HashSet<>();
        if (unit.kind().equals(UnitKind.BRANCH.code())) {
            before.people().stream()
                    .filter(person -> person.branch().equals(unit.code()))
                    .forEach(person -> people.add(person.id()));
        } else {
            for (Role role : Role.values()) {
                before.holders(unit.code(), role.code()).forEach(person -> people.add(person.id()));
            }
        }
        return people;
    }

    private static int openWork(Unit unit, Set<String> people, List<PassedOn> passedOn) {
        return (int) passedOn.stream()
                .filter(one -> one.kind() == PassedOn.Kind.WORK)
                .filter(one -> one.from().equals(unit.code()) || people.contains(one.from()))
                .count();
    }

    /** Whether somebody has to say that it is meant. */
    public boolean moreThanEveryday() {
        return leavers * 100 > people * EVERYDAY_PERCENT
                || byUnit.stream().anyMatch(loss -> loss.everybody() || loss.openWork() > 0);
    }

    /** The numbers as they are confirmed, for example {@code 49: hqc=3+11, jsj1=20}; leavers, and work after the plus. */
    public String confirmation() {
        return leavers + ": " + byUnit.stream().map(Loss::confirmation).collect(joining(", "));
    }

    /** Whether somebody has confirmed exactly these numbers, however they were spaced. */
    boolean confirmedBy(String typed) {
        return typed != null && confirmation().replace(" ", "").equals(typed.replaceAll("\\s", ""));
    }
}
