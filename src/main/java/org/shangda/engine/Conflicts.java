package org.shangda.engine;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.springframework.dao.ConcurrencyFailureException;

/** Two at work on the same thing at once: one of them goes first, and the other may try again. */
public final class Conflicts {

    /** Deadlock, serialization, lock not available; {@code HYT00} is H2's time out for a lock. */
    private static final Set<String> WAITED_IN_VAIN = Set.of("40001", "40P01", "55P03", "HYT00");

    /** "At most one" is a unique key of this name; a value too long for its column is the product's mistake. */
    private static final Pattern ONCE = Pattern.compile("(?i)^[^(]*\\w_once\\b|^[^(]*\\w_once_index_");

    /** The engine's own rows, whose parent somebody else has deleted meanwhile. */
    private static final Pattern PARENT_GONE = Pattern.compile("(?i)^[^(]*\\bact_fk_");

    private Conflicts() {}

    /** Whether a failure, or one of its causes, is a conflict. */
    public static boolean among(Throwable failure) {
        return any(
                failure,
                cause -> cause instanceof ConcurrencyFailureException
                        || cause instanceof OptimisticLockingException
                        || refusedByDatabase(cause)
                        || hasMovedOn(cause));
    }

    /** Whether a key that lets only one of two pass has refused it. */
    static boolean atKey(Throwable failure) {
        return any(failure, cause -> cause instanceof SQLException sql && isKey(sql));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.test(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean refusedByDatabase(Throwable cause) {
        return cause instanceof SQLException sql
                && (isKey(sql) || isParentGone(sql) || WAITED_IN_VAIN.contains(String.valueOf(sql.getSQLState())));
    }

    private static boolean isKey(SQLException sql) {
        return "23505".equals(sql.getSQLState())
                && ONCE.matcher(String.valueOf(sql.getMessage())).find();
    }

    /** 23503 is PostgreSQL's, 23506 that of H2. */
    private static boolean isParentGone(SQLException sql) {
        return ("23503".equals(sql.getSQLState()) || "23506".equals(sql.getSQLState()))
                && PARENT_GONE.matcher(String.valueOf(sql.getMessage())).find();
    }

    /**
     * A timer's commit fell between reading the task and reading its execution, so that the two do not fit together. The
     * engine finds that out before it compares versions.
     */
    private static boolean hasMovedOn(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof PvmException && message.endsWith("it has no current activity")
                || cause instanceof NullPointerException && message.contains("ScopeImpl.isScope()");
    }
}
