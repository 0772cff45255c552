package org.shangda.engine.door.walk;

import java.util.List;
import java.util.Map;

/** What is walked: diagrams, what people, steps and the outside may do in them, and what must come of it. */
public interface Scenario {

    /** As a difference shows it; each of a set has another one. */
    String name();

    /** What is deployed, by file name. Names that begin with {@link #STUB} are no file of the proposal's. */
    Map<String, byte[]> files();

    String STUB = "stub/";

    /** Whatever the answers depend on besides the files. Same files and same basis are walked once. */
    String basis();

    /** Id of the process that is started. */
    String process();

    /** The ways in which the case may set out. */
    List<Choice> starts();

    /**
     * @param task id of an open task
     * @param mark what {@link #mark} says of it
     * @param place where the case stands
     * @return null for one that nobody describes: it is handed in without an answer
     */
    List<Choice> choices(String task, String mark, Standing place);

    /** What a step may answer; at least one. @throws Stumble when its case lacks what it needs */
    List<Choice> answers(String step, Scope scope);

    /** Whether the moment of a timer, or a message for which something waits, may come there. @param event id of the element */
    default boolean comes(String event, Standing place) {
        return true;
    }

    /** What coming of a timer or a message makes forgotten, or remembered. @param event id of the element */
    default Choice coming(String event, Choice choice) {
        return choice;
    }

    /** What is to be said of where a task stands, for example level and stage. */
    default String mark(String task, Scope scope) {
        return "";
    }

    /**
     * What of a place decides how the case goes on. Of places that are alike in it, one is gone on from; at the others only
     * standing tasks are tried.
     */
    default Standing core(Standing place) {
        return place;
    }

    /** Nobody's work: a standing task, which moves nothing on. */
    default boolean stands(String task) {
        return false;
    }

    /**
     * Whether the walk must come by every task, or every end, of the diagrams. Where tables decide as well, something may
     * be out of use.
     */
    default boolean comesByAll(Kind kind) {
        return true;
    }

    enum Kind {
        TASK,
        END
    }

    /** What must come of a move that ended somewhere. */
    default void check(Move move, Report report) {}

    /** What must have happened on the whole walk. */
    default void check(Walked walked, Report report) {}
}
