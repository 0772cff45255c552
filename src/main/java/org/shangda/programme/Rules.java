package org.shangda.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the policies in force say about a concern's way. The rules are rows of decision tables that an administrator
 * edits; every row carries the clause it comes from, or says that it is practice and not policy.
 *
 * <p>A level is a code in these tables and in the diagrams. Nothing in Java knows how many levels there are.
 */
public interface Rules {

    /** Who answers at a level, and who supervises it. Table {@code level-units}. */
    Optional<LevelUnit> levelUnit(Situation situation);

    /** Codes of the levels of which {@code level-units} speaks, in its order. */
    List<String> levels();

    /** Units to which {@code level-units} gives a level of their own, as to the Organization Department. */
    Set<String> unitsOfLevels();

    /** Units that the tables name: as those of a level, as supervising ones, and as departments for a category. */
    Set<String> unitsNamed();

    /** The ways a handling may end at a level, in the order of the table {@code level-exits}. */
    List<LevelExit> exits(Situation situation);

    /**
     * What an answer leaves a level with. Table {@code level-answers}, of which all rows that apply count.
     *
     * @param exit code of the exit with which it leaves, or {@link LevelAnswer#DECISION}
     */
    LevelAnswer answer(Situation situation, String exit);

    /** Who is called back of those whom a level has answered; empty where nobody is. Table {@code call-back-sample}. */
    Optional<CallBackRule> callBack(Situation situation);

    /** How long a level has. Table {@code level-deadlines}. */
    Optional<LevelDeadline> deadline(Situation situation);

    /** The departments proposed for a category, best first. Table {@code department-routing}. */
    List<DepartmentProposal> departmentsFor(String programme, String category);

    /** The categories that {@code department-routing} knows, in its order. */
    List<String> categories(String programme);
}
