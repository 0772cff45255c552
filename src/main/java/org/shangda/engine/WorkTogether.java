package org.shangda.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.shangda.engine.FormGateway.Offered;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.work.WorkItem;

/**
 * Many tasks at once, each as if it were the only one: in a transaction of its own, with its own rights and its own sentence.
 * So one that is refused leaves the others alone, and none is half done.
 */
public class WorkTogether {

    public static final int MOST = 100;

    /** As the engine makes them; nothing else is looked up. */
    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,64}");

    private final FormGateway forms;
    private final WorkForms work;
    private final TaskService tasks;
    private final CommandExecutor commands;
    private final FormTransaction transaction;
    private final RefusedRequests refused;
    private final Sentences say;

    WorkTogether(
            ProcessEngine engine, WorkForms work, FormTransaction transaction, RefusedRequests refused, Sentences say) {
        this.forms = (FormGateway) engine.getFormService();
        this.work = work;
        this.tasks = engine.getTaskService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.transaction = transaction;
        this.refused = refused;
        this.say = say;
    }

    /**
     * What has become of one of them.
     *
     * @param number of its case; null where the caller is not offered it
     * @param sentence what was done, or why not
     */
    public record Result(String task, String number, boolean done, String sentence) {}

    /** 签收. @param ids at most {@link #MOST} */
    public List<Result> claim(List<String> ids, String caller) {
        return each(ids, one -> {
            transaction.run(commands, () -> () -> claimed(one.task(), caller));
            return say.of("work.claimed", one.number());
        });
    }

    private Void claimed(String task, String caller) {
        try {
            tasks.claim(task, caller);
            return null;
        } catch (TaskAlreadyClaimedException others) {
            throw refused.of(Refusal.conflict("engine.already-claimed"));
        }
    }

    /**
     * Hands in the same form with the same values for each.
     *
     * @param values as form-js gives them
     * @throws RefusedRequest 400 when they are not all of one form, or when each would get the same for words of its own
     */
    public List<Result> submit(List<String> ids, String caller, Map<String, Object> values) {
        if (values == null) {
            throw refused.of(Refusal.invalid("work.together.no-values"));
        }
        List<WorkItem<?>> kinds = asked(ids).stream()
                .map(this::offered)
                .flatMap(Optional::stream)
                .<WorkItem<?>>map(Offered::item)
                .toList();
        if (kinds.stream().map(WorkItem::form).distinct().count() > 1) {
            throw refused.of(Refusal.invalid("work.together.one-form"));
        }
        if (kinds.size() > 1) {
            kinds.forEach(item -> requireNoOwnWords(item, values));
        }
        return each(ids, one -> work.sentence(forms.submit(one.task(), values)));
    }

    private void requireNoOwnWords(WorkItem<?> item, Map<String, Object> values) {
        item.ownWords().stream()
                .filter(key ->
                        values.get(key) != null && !values.get(key).toString().isBlank())
                .findFirst()
                .ifPresent(key -> {
                    throw refused.of(Refusal.invalid("work.together.own-words", Inputs.label(key)));
                });
    }

    private List<Result> each(List<String> ids, Function<Offered, String> act) {
        return asked(ids).stream().map(id -> result(id, act)).toList();
    }

    private Result result(String id, Function<Offered, String> act) {
        Optional<Offered> offered = offered(id);
        String number = offered.map(Offered::number).orElse(null);
        if (!ID.matcher(id).matches()) {
            return new Result(id, null, false, say.of("engine.no-such-task"));
        }
        try {
            return new Result(id, number, true, act.apply(offered.orElse(new Offered(id, null, null))));
        } catch (RefusedRequest no) {
            return new Result(id, number, false, no.getMessage());
        }
    }

    private Optional<Offered> offered(String id) {
        return ID.matcher(id).matches() ? forms.offered(id) : Optional.empty();
    }

    /** Once each, in the order in which they were asked for. */
    private List<String> asked(List<String> ids) {
        if (ids == null || ids.isEmpty() || ids.stream().anyMatch(Objects::isNull)) {
            throw refused.of(Refusal.invalid("work.together.none"));
        }
        if (ids.size() > MOST) {
            throw refused.of(Refusal.invalid("work.together.too-many", MOST));
        }
        return List.copyOf(new LinkedHashSet<>(ids));
    }
}
