package org.shangda.work;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that there is to say about one process: who starts it with which form, who may look at its diagram, what people do
 * in it, and how long it is remembered. Every module describes its own, each as one bean beside its work items. A
 * process that nobody has described is started by nobody, and gives no rights.
 */
public final class Course {

    /** Asked of the roster of today. */
    public enum Who {
        /** Everybody on the roster. */
        EVERYBODY,
        /** Everybody who answers for some unit: its head, deputies and clerks. */
        HANDLERS,
        /** Nobody but the product itself. */
        NOBODY
    }

    /** Practice, not policy: as long as the university keeps its files about daily business. */
    private static final int DAYS_REMEMBERED = 1825;

    private final String process;
    private StartForm<?> form;
    private Who starters = Who.NOBODY;
    private Who onlookers = Who.EVERYBODY;
    private List<String> tasks = List.of();
    private List<Answer> setsOut = List.of(Answer.nothing());
    private int days = DAYS_REMEMBERED;

    private Course(String process) {
        this.process = process;
    }

    /** @param process id of the process, which is also the name of its diagram's file */
    public static Course of(String process) {
        return new Course(process);
    }

    /** The form may still refuse: only it knows what it is about. */
    public Course startedBy(Who who, StartForm<?> with) {
        starters = who;
        form = with;
        return this;
    }

    /** Who sees the diagram, where that is not everybody: those who have no card with its name on it need not. */
    public Course shownTo(Who who) {
        onlookers = who;
        return this;
    }

    /** All that a case may be told when it sets out, where that is anything. */
    public Course setsOutWith(Answer... all) {
        setsOut = List.of(all);
        return this;
    }

    /** @param keys ids of all user tasks of its diagram, each described by a {@link WorkItem} */
    public Course withTasks(String... keys) {
        tasks = List.of(keys);
        return this;
    }

    /** How many days after its end the engine remembers a case, where that is not five years. */
    public Course rememberedFor(int daysAfterItsEnd) {
        days = daysAfterItsEnd;
        return this;
    }

    Course complete() {
        startForm().ifPresent(StartForm::complete);
        return this;
    }

    // --- asked -------------------------------------------------------------------------------------------------------

    public String process() {
        return process;
    }

    /** Empty for a process that only the product starts. */
    public Optional<StartForm<?>> startForm() {
        return Optional.ofNullable(form);
    }

    public Who starters() {
        return starters;
    }

    /** Whoever may start it sees its diagram as well. */
    public Who onlookers() {
        return onlookers;
    }

    public Collection<String> tasks() {
        return tasks;
    }

    /** @return what the case is told when it sets out: the codes, which must have been declared */
    public Map<String, Object> settingOut(Map<String, Object> codes) {
        return Answer.declared(process, setsOut, codes);
    }

    public List<Answer> setsOut() {
        return setsOut;
    }

    public int daysRemembered() {
        return days;
    }
}
