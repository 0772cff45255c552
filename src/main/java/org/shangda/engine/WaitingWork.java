package org.shangda.engine;

import static java.util.stream.Collectors.partitioningBy;
import static org.springframework.transaction.TransactionDefinition.ISOLATION_REPEATABLE_READ;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.shangda.engine.OpenTasks.Held;
import org.shangda.engine.TasksOfPerson.Row;
import org.shangda.work.AddedFields;
import org.shangda.work.CaseWay;
import org.shangda.work.CaseWay.Rest;
import org.shangda.work.Desk;
import org.shangda.work.Desk.Wish;
import org.shangda.work.WorkCards;
import org.shangda.work.WorkCards.Waiting;
import org.shangda.work.WorkCards.WorkCard;
import org.shangda.work.WorkItems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What waits for one person, as lists show it. The engine says which tasks the person may see; what they are about, the
 * domain says to those alone to whom it offers them.
 */
public class WaitingWork {

    /** So many tasks that a person has received, and so many to be received, the oldest first, are looked at. */
    static final int MOST = 1_000;

    /** What forms call the way so far. */
    private static final String WAY = "way";

    private final FormGateway forms;
    private final CommandExecutor commands;
    private final OpenTasks open;
    private final AsTheProduct asTheProduct;
    private final WorkCards cards;
    private final Desk desk;
    private final TasksOfPerson theirs;
    private final WorkItems items;
    private final Callers callers;
    private final ObjectProvider<CaseWay> ways;
    private final TransactionTemplate oneMoment;

    WaitingWork(
            ProcessEngine engine,
            OpenTasks open,
            AsTheProduct asTheProduct,
            WorkCards cards,
            Desk desk,
            TasksOfPerson theirs,
            WorkItems items,
            Callers callers,
            ObjectProvider<CaseWay> ways,
            PlatformTransactionManager transactions) {
        this.forms = (FormGateway) engine.getFormService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.open = open;
        this.asTheProduct = asTheProduct;
        this.cards = cards;
        this.desk = desk;
        this.theirs = theirs;
        this.items = items;
        this.callers = callers;
        this.ways = ways;
        this.oneMoment = new TransactionTemplate(transactions);
        // Tasks and what they are about are read in several statements, between which others commit.
        oneMoment.setIsolationLevel(ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /** @param person staff number of the caller */
    public List<WorkCard> of(String person) {
        return cards(person, () -> open.portionsOf(person, MOST));
    }

    /**
     * A task of a case that waits for a person: one of their own before one to be received.
     *
     * @param number business key of the case
     * @param person staff number of the caller
     */
    public Optional<String> nextOf(String number, String person) {
        return cards(person, () -> open.portionsOf(person, number, MOST)).stream()
                .filter(card -> !card.standing())
                .min(Comparator.comparing(WorkCard::toReceive))
                .map(WorkCard::task);
    }

    /**
     * Of some kinds alone, and only what the person holds.
     *
     * @param person staff number of the caller
     * @param keys of user tasks
     */
    public List<WorkCard> of(String person, Collection<String> keys) {
        return cards(person, () -> open.portionsOf(person, keys, MOST));
    }

    /** Of some tasks alone. @param person staff number of the caller */
    List<WorkCard> ofTasks(String person, Collection<String> tasks) {
        return cards(person, () -> OpenTasks.portionsOf(List.copyOf(tasks)));
    }

    /** A page of the desk. @param person staff number of the caller */
    public Desk.Page desk(String person, Wish wish) {
        return atTheDesk(person, all -> desk.page(person, all, wish));
    }

    /** All rows of the desk that are wished for. @throws Refusal where they are more than {@link #MOST} */
    public List<Desk.Row> rows(String person, Wish wish) {
        return atTheDesk(person, all -> desk.rows(all, wish, MOST));
    }

    private <T> T atTheDesk(String person, Function<List<Waiting>, T> look) {
        return oneMoment.execute(status -> {
            status.setRollbackOnly();
            List<String> many = items.byTheThousand();
            List<String> standing = items.standing();
            return asTheProduct.call(() -> {
                List<String> groups = callers.groupsOf(person);
                Map<Boolean, List<Row>> open = theirs.of(person, groups).stream()
                        .filter(row -> !standing.contains(row.key()))
                        .collect(partitioningBy(row -> many.contains(row.key())));
                List<Waiting> all = new ArrayList<>(theirs.waiting(open.get(true), person));
                all.addAll(read(open.get(false).stream().map(Row::id).toList(), person));
                return look.apply(all);
            });
        });
    }

    private List<Waiting> read(List<String> ids, String person) {
        return OpenTasks.portionsOf(ids).stream()
                .flatMap(some -> commands.execute(context -> open.read(some, person)).stream())
                .map(WaitingWork::waiting)
                .toList();
    }

    private List<WorkCard> cards(String person, Supplier<List<List<String>>> portions) {
        return oneMoment.execute(status -> {
            // Nothing is written, and what the domain refuses to say of one card must not fail the others at the end.
            status.setRollbackOnly();
            List<Waiting> waiting = new ArrayList<>();
            for (List<String> ids : portions.get()) {
                asTheProduct.call(() -> commands.execute(context -> open.read(ids, person))).stream()
                        .map(WaitingWork::waiting)
                        .forEach(waiting::add);
            }
            return asTheProduct.call(() -> cards.of(waiting));
        });
    }

    private static Waiting waiting(Held held) {
        return new Waiting(held.work(), held.since(), held.due());
    }

    /**
     * How a case has gone so far, as far as the task's form shows it.
     *
     * @param clock how its clocks stand, in one sentence; empty where it has none
     * @param way steps as the form shows them, the latest first
     * @param told whether the form shows steps at all: who supervises reads clocks only
     */
    public record Progress(String number, String clock, List<Rest> rests, List<?> way, boolean told) {}

    /** @throws RefusedRequest 404 when the caller is not shown the task's form */
    public Progress progress(String task) {
        Map<String, Object> shown = forms.shown(task);
        String number = String.valueOf(shown.get("number"));
        List<?> way = (List<?>) shown.getOrDefault(WAY, shown.getOrDefault(AddedFields.SHOWN, List.of()));
        List<Object> latestFirst = new ArrayList<>(way);
        Collections.reverse(latestFirst);
        return new Progress(
                number,
                shown.getOrDefault("clock", "").toString(),
                ways.stream()
                        .filter(one -> one.isOf(number))
                        .findFirst()
                        .map(one -> one.rests(number))
                        .orElse(List.of()),
                latestFirst,
                shown.containsKey(WAY));
    }
}
