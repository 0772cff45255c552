package org.shangda;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets two do something at the same moment, not by chance: they are held at what they send to the database. {@link
 * SentStatements} tells it every statement before it is sent, of whatever thread.
 */
public final class AtOnce {

    private static final int SECONDS = 30;

    private static volatile Meeting meeting;

    private AtOnce() {}

    /** What somebody got: an answer, or what was thrown. */
    public record Outcome<T>(T answer, Throwable thrown) {

        public boolean succeeded() {
            return thrown == null;
        }

        public static <T> Outcome<T> of(Callable<T> act) {
            try {
                return new Outcome<>(act.call(), null);
            } catch (Throwable refused) {
                return new Outcome<>(null, refused);
            }
        }
    }

    /** Two have read whatever they read before their first write; then both write. */
    public static <T> List<Outcome<T>> together(Callable<T> one, Callable<T> other) {
        Together both = new Together();
        return meeting(both, () -> {
            Future<Outcome<T>> first = both.start(one);
            Future<Outcome<T>> second = both.start(other);
            return List.of(get(first), get(second));
        });
    }

    /**
     * @param reached whether the first had so much to read; otherwise the two came one after the other
     * @param first what was interrupted got
     * @param second what happened meanwhile got
     */
    public record During<T>(boolean reached, Outcome<T> first, Outcome<T> second) {}

    /** The whole of {@code meanwhile} happens after {@code one} has read {@code reads} times and before it writes. */
    public static <T> During<T> during(int reads, Callable<T> one, Callable<T> meanwhile) {
        Interrupted<T> interrupted = new Interrupted<>(reads, meanwhile);
        return meeting(interrupted, () -> {
            Outcome<T> first = get(interrupted.start(one));
            boolean reached = interrupted.second != null;
            return new During<>(reached, first, reached ? interrupted.second : Outcome.of(meanwhile));
        });
    }

    static void before(String sql) {
        Meeting present = meeting;
        String lower = sql.strip().toLowerCase(Locale.ROOT);
        // Whoever fetches numbers holds a lock of the program, not of the database.
        if (present != null && !lower.contains("next value") && !lower.contains("nextval")) {
            present.before(isWrite(lower));
        }
    }

    private static boolean isWrite(String sql) {
        return sql.startsWith("insert")
                || sql.startsWith("update")
                || sql.startsWith("delete")
                || sql.contains("for update")
                || sql.contains("for no key update");
    }

    private interface Meeting {
        void before(boolean write);
    }

    private static <T> T meeting(Meeting now, Callable<T> act) {
        meeting = now;
        try {
            return act.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            meeting = null;
        }
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("it does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> Future<T> thread(Callable<T> act) {
        ExecutorService person = Executors.newSingleThreadExecutor();
        try {
            return person.submit(act);
        } finally {
            person.shutdown();
        }
    }

    private static final class Together implements Meeting {

        private final Phaser gate = new Phaser(2);
        private final Set<Thread> met = ConcurrentHashMap.newKeySet();

        @Override
        public void before(boolean write) {
            if (write && gate.getPhase() == 0 && met.add(Thread.currentThread())) {
                try {
                    gate.awaitAdvanceInterruptibly(gate.arrive(), SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException | TimeoutException e) {
                    throw new AssertionError("the other one never came", e);
                }
            }
        }

        <T> Future<Outcome<T>> start(Callable<T> act) {
            return thread(() -> {
                Outcome<T> outcome = Outcome.of(act);
                if (gate.getPhase() == 0) {
                    // It has nothing to write: whoever waits for it goes on alone.
                    gate.arriveAndDeregister();
                }
                return outcome;
            });
        }
    }

    private static final class Interrupted<T> implements Meeting {

        private final int reads;
        private final Callable<T> meanwhile;
        private final AtomicInteger seen = new AtomicInteger();
        private volatile Thread thread;
        private volatile Outcome<T> second;

        Interrupted(int reads, Callable<T> meanwhile) {
            this.reads = reads;
            this.meanwhile = meanwhile;
        }

        Future<Outcome<T>> start(Callable<T> act) {
            return thread(() -> {
                thread = Thread.currentThread();
                return Outcome.of(act);
            });
        }

        @Override
        public void before(boolean write) {
            if (Thread.currentThread() != thread || seen.get() > reads) {
                return;
            }
            if (write && seen.get() < reads) {
                // What it holds from here on the other one would wait for, and it for the other one.
                seen.set(reads + 1);
            } else if (seen.getAndIncrement() == reads) {
                second = get(AtOnce.<Outcome<T>>thread(() -> Outcome.of(meanwhile)));
            }
        }
    }
}
