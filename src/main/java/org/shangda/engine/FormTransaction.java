package org.shangda.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.shangda.refusal.Failures;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Tally;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a form does, in one transaction; what goes wrong becomes one sentence, and nothing is stored.
 *
 * <p>The transaction is Spring's: one of the domain alone would keep its rows when a listener of the engine fails.
 */
@Component
class FormTransaction {

    private final TransactionTemplate transaction;
    private final RefusedRequests refused;

    FormTransaction(PlatformTransactionManager transactions, RefusedRequests refused) {
        this.transaction = new TransactionTemplate(transactions);
        this.refused = refused;
    }

    /** @param domain asks the domain, and gives what the engine then has to do */
    <T> T run(CommandExecutor commands, Supplier<Supplier<T>> domain) {
        try {
            return onceMore(commands, domain);
        } catch (RuntimeException failure) {
            throw asRequest(failure);
        }
    }

    /**
     * Whoever meets a key of the database was the second of two. So is, mostly, whoever makes engine or domain stumble over
     * what they have read: somebody's commit fell in between. Nothing is stored; asked once more, the domain sees what the
     * first has done and says so, and a mistake of the product's comes again.
     */
    private <T> T onceMore(CommandExecutor commands, Supplier<Supplier<T>> domain) {
        try {
            return transaction.execute(status -> inOneCommand(commands, domain));
        } catch (RuntimeException failure) {
            if (isAnswer(failure) || Conflicts.among(failure) && !Conflicts.atKey(failure)) {
                throw failure;
            }
            return transaction.execute(status -> inOneCommand(commands, domain));
        }
    }

    private static boolean isAnswer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal || cause instanceof RefusedRequest) {
                return true;
            }
        }
        return false;
    }

    /**
     * Until its end a command knows what it has read: task, executions and rights are not read again to complete what was
     * opened. What the domain throws is carried round the command, which would log it with its message.
     */
    private static <T> T inOneCommand(CommandExecutor commands, Supplier<Supplier<T>> domain) {
        AtomicReference<RuntimeException> thrown = new AtomicReference<>();
        T done = commands.execute(context -> {
            Supplier<T> engine;
            try {
                engine = domain.get();
            } catch (RuntimeException e) {
                thrown.set(e);
                return null;
            }
            return engine.get();
        });
        if (thrown.get() != null) {
            throw thrown.get();
        }
        return done;
    }

    private RefusedRequest asRequest(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedRequest request) {
                return request;
            }
            if (cause instanceof Refusal refusal) {
                return refused.of(refusal);
            }
        }
        if (Conflicts.among(failure)) {
            Tally.conflict();
            return refused.of(Refusal.conflict("engine.changed-meanwhile"));
        }
        return refused.of(500, Refusal.conflict("engine.failure", Failures.report(failure)));
    }
}
