package org.shangda.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The requests whose bodies have not arrived yet. Each holds a thread, so there are few of them, and few of one address.
 * When there is no place left, the one that has been silent for longest gives way: whoever really sends is not kept
 * waiting by those who only pretend to.
 */
class WaitingBodies {

    private final int places;
    private final int placesPerAddress;
    private final Set<ArrivingBody> waiting = new HashSet<>();

    WaitingBodies(int places, int placesPerAddress) {
        this.places = places;
        this.placesPerAddress = placesPerAddress;
    }

    /** @return whether there was a place, or somebody who could give way */
    synchronized boolean enter(ArrivingBody body) {
        Predicate<ArrivingBody> neighbour = one -> one.address().equals(body.address());
        boolean full = count(neighbour) >= placesPerAddress && !giveWay(neighbour)
                || waiting.size() >= places && !giveWay(one -> true);
        return !full && waiting.add(body);
    }

    synchronized void leave(ArrivingBody body) {
        waiting.remove(body);
    }

    private long count(Predicate<ArrivingBody> which) {
        return waiting.stream().filter(which).count();
    }

    private boolean giveWay(Predicate<ArrivingBody> which) {
        Optional<ArrivingBody> longestSilent = waiting.stream()
                .filter(which.and(ArrivingBody::canBeCut))
                .min(Comparator.comparingLong(ArrivingBody::silentSince));
        longestSilent.ifPresent(body -> {
            waiting.remove(body);
            body.cut();
        });
        return longestSilent.isPresent();
    }
}
