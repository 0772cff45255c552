package org.shangda.monitoring.process;

import java.util.Set;
import org.shangda.monitoring.Reader;
import org.shangda.monitoring.Stalled;
import org.shangda.monitoring.StalledAction;
import org.shangda.programme.StalledWhen.Cause;

/** What operators and administrators do about the engine's side of a row; they decide nothing about the case. */
record EngineAction(String code, Set<Field> asks, int longestWords, Set<Cause> causes, boolean ofCases, Deed deed)
        implements StalledAction {

    /** @return what has become of it, in a sentence */
    interface Deed {
        String of(Reader reader, Stalled row, Said said);
    }

    /** About rows of these causes. */
    static EngineAction about(String code, Set<Cause> causes, Deed deed) {
        return new EngineAction(code, Set.of(), LONGEST_WORDS, causes, false, deed);
    }

    /** About whatever case stands still. */
    static EngineAction aboutCases(String code, Set<Field> asks, int longestWords, Deed deed) {
        return new EngineAction(code, asks, longestWords, Set.of(), true, deed);
    }

    @Override
    public boolean may(Reader reader, Stalled row) {
        return reader.isOperator()
                && (ofCases
                        ? row.number() != null
                        : causes.stream().anyMatch(cause -> cause.code().equals(row.cause())));
    }

    @Override
    public String act(Reader reader, Stalled row, Said said) {
        return deed.of(reader, row, said);
    }
}
