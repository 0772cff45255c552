package org.shangda.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Tally;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Whoever has tried a wrong password waits before the next try, ever longer, up to a minute. Waited is per account and
 * place, so that nobody keeps somebody else out: a place is a browser in which the account has logged in before, else
 * the network address. When an account is tried from many addresses, all places wait from which it has never logged in.
 *
 * <p>An account that does not exist is treated as any other. Kept in memory, on each node for itself, and forgotten after
 * an hour without a wrong password. Where nobody asks over the network, nobody waits.
 */
@Service
public class WrongPasswords {

    static final Duration SHORTEST = Duration.ofSeconds(3);
    static final Duration LONGEST = Duration.ofSeconds(60);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** So many addresses may be wrong about one account before strangers wait in sum. */
    static final int ADDRESSES = 10;

    /** Places, accounts and addresses kept; the one that was not asked for the longest is forgotten. */
    static final int MOST = 50_000;

    private record Place(String account, String where) {}

    private static class Tries {
        int wrong;
        Instant until;
        Instant last;

        Tries(Instant now) {
            until = now;
            last = now;
        }

        void oneMore(Instant now, int free) {
            wrong++;
            last = now;
            until = wrong > free ? now.plus(pause(wrong - free)) : now;
        }
    }

    private final KnownBrowsers browsers;
    private final ObjectProvider<LoginOrigin> origins;
    private final Clock clock;
    private final Map<Place, Tries> places = lastAsked();
    private final Map<String, Tries> accounts = lastAsked();
    private final Map<Place, Boolean> loggedIn = lastAsked();

    WrongPasswords(KnownBrowsers browsers, ObjectProvider<LoginOrigin> origins, Clock clock) {
        this.browsers = browsers;
        this.origins = origins;
        this.clock = clock;
    }

    /** A try that is allowed; say how it ended. */
    public final class Try {

        private final Place place;
        private final boolean stranger;

        private Try(Place place, boolean stranger) {
            this.place = place;
            this.stranger = stranger;
        }

        public void right() {
            if (place != null) {
                succeeded(place, stranger);
            }
        }

        public void wrong() {
            Tally.wrongPassword();
            if (place != null) {
                failed(place, stranger);
            }
        }
    }

    /**
     * Before a password is looked at.
     *
     * @throws Refusal (conflict) while one has to wait; the sentence says how many seconds
     */
    public Try of(String name) {
        // Whatever somebody sends instead of a name takes no more room than one.
        String account = name.length() <= 64 && name.indexOf('\0') < 0 ? name : KnownBrowsers.hash(name);
        LoginOrigin origin = origins.getObject();
        if (origin.address().isEmpty()) {
            return new Try(null, false);
        }
        boolean known = origin.browser()
                .filter(secret -> browsers.knows(secret, account))
                .isPresent();
        Place place = new Place(
                account,
                known
                        ? KnownBrowsers.hash(origin.browser().orElseThrow())
                        : network(origin.address().get()));
        return begin(place, known);
    }

    private synchronized Try begin(Place place, boolean known) {
        Instant now = clock.instant();
        boolean stranger = !known && !loggedIn.containsKey(place);
        Tries here = remembered(places, place, now);
        Tries inSum = stranger ? remembered(accounts, place.account(), now) : null;
        wait(here, now);
        wait(inSum, now);
        // Until it has ended it counts as wrong: many at once are not each the first after the pause.
        takeTurn(here, 0, now);
        takeTurn(inSum, ADDRESSES, now);
        return new Try(place, stranger);
    }

    private synchronized void failed(Place place, boolean stranger) {
        Instant now = clock.instant();
        boolean first = !places.containsKey(place);
        places.computeIfAbsent(place, one -> new Tries(now)).oneMore(now, 0);
        if (stranger && first) {
            accounts.computeIfAbsent(place.account(), one -> new Tries(now)).oneMore(now, ADDRESSES);
        }
    }

    private synchronized void succeeded(Place place, boolean stranger) {
        places.remove(place);
        loggedIn.put(place, true);
        Tries inSum = accounts.get(place.account());
        if (stranger && inSum != null) {
            inSum.until = clock.instant();
        }
    }

    synchronized int remembered() {
        return places.size() + accounts.size() + loggedIn.size();
    }

    private static void wait(Tries tries, Instant now) {
        if (tries != null && tries.until.isAfter(now)) {
            long seconds = Duration.between(now, tries.until).plusMillis(999).toSeconds();
            throw Refusal.conflict("account.wait", seconds);
        }
    }

    private static void takeTurn(Tries tries, int free, Instant now) {
        if (tries != null && tries.wrong > free) {
            tries.until = now.plus(pause(tries.wrong - free));
        }
    }

    private static <K> Tries remembered(Map<K, Tries> all, K key, Instant now) {
        Tries tries = all.get(key);
        if (tries != null && tries.last.plus(FORGOTTEN_AFTER).isBefore(now)) {
            all.remove(key);
            return null;
        }
        return tries;
    }

    private static Duration pause(int wrong) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(wrong - 1, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    /** Of IPv6 the network: a single client has all addresses in it. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A literal address; no name is looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static <K, V> Map<K, V> lastAsked() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
