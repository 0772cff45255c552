package org.shangda.concern.process;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.Task;
import org.shangda.calendar.DemoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Concerns in every state in the demonstration, once, at the first start: what {@code demo/concerns.yaml} tells is done by
 * everybody through their own forms, at its own time, and what falls due in between happens. So nothing of it is made up by
 * the product, and it never ages.
 *
 * <p>It is told while the web server answers already, and meanwhile the product's clock is elsewhere for everybody. It stands on
 * the calendar, the programmes and the pairs of the demonstration and on the accounts of the roster, which are there only after
 * the context has been started; until the last line of the start is logged, a demonstration is not to be used.
 */
@Component
@Profile("demo")
@Order(20)
class DemoConcerns implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoConcerns.class);

    /** Among the engine's properties, which of the two has been: a story that broke off halfway is no demonstration. */
    private static final String STORY = "shangda.demo.concerns";

    private static final String BEGUN = "begun";
    private static final String TOLD = "told";

    private final boolean wanted;
    private final ProcessEngine engine;
    private final DemoStory story;
    private final DemoPages pages;
    private final DemoTime time;
    private final Clock clock;
    /** Numbers by the place of the concern in the story. */
    private final Map<Integer, String> numbers = new HashMap<>();

    DemoConcerns(
            @Value("${shangda.demo.concerns:true}") boolean wanted,
            ProcessEngine engine,
            DemoStory story,
            DemoPages pages,
            DemoTime time,
            Clock clock) {
        this.wanted = wanted;
        this.engine = engine;
        this.story = story;
        this.pages = pages;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted || isTold()) {
            return;
        }
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean active = jobs.isActive();
        // It would take what is due by a clock that is elsewhere.
        jobs.shutdown();
        try {
            tell(at -> {
                time.is(at);
                ClockUtil.setCurrentTime(Date.from(at));
            });
        } finally {
            time.isNow();
            ClockUtil.reset();
            if (active) {
                jobs.start();
            }
        }
    }

    /** @param moved sets the time of the product and of the engine */
    void tell(Consumer<Instant> moved) {
        Instant now = clock.instant();
        engine.getManagementService().setProperty(STORY, BEGUN);
        List<DemoStory.Step> steps = new ArrayList<>(story.until(now));
        steps.sort(Comparator.comparing(DemoStory.Step::at));
        for (DemoStory.Step step : steps) {
            passTo(step.at(), moved);
            as(step.by(), () -> take(step));
        }
        passTo(now, moved);
        engine.getManagementService().setProperty(STORY, TOLD);
        log.info("{} concerns of the demonstration have been raised and handled", numbers.size());
    }

    /** @throws IllegalStateException where it was begun and not told to its end */
    boolean isTold() {
        String story = engine.getManagementService().getProperties().get(STORY);
        if (BEGUN.equals(story)) {
            throw new IllegalStateException(
                    "演示事项没有办完就中断了，请换用空数据库（spring.datasource.url）后重新启动。"
                            + " The demonstration broke off halfway. Start again with an empty database (spring.datasource.url).");
        }
        // One of an earlier version, or somebody's own concerns.
        return TOLD.equals(story) || hasConcerns();
    }

    private boolean hasConcerns() {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(ConcernEscalation.PROCESS)
                        .count()
                > 0;
    }

    private void passTo(Instant until, Consumer<Instant> moved) {
        for (List<Job> due = due(until); !due.isEmpty(); due = due(until)) {
            moved.accept(due.get(0).getDuedate().toInstant());
            engine.getManagementService().executeJob(due.get(0).getId());
        }
        moved.accept(until);
    }

    private List<Job> due(Instant until) {
        JobQuery due = engine.getManagementService().createJobQuery().active().withRetriesLeft();
        return due.duedateLowerThan(Date.from(until)).orderByJobDuedate().asc().listPage(0, 1);
    }

    private void take(DemoStory.Step step) {
        switch (step.task()) {
            case "raise" -> numbers.put(step.concern(), raise(step));
            case "join" -> numbers.put(step.concern(), pages.join(step.by(), step.form()));
            case "collect" -> pages.collect(step.by(), numbers.get(step.concern()));
            case "merge" ->
                pages.merge(step.by(), numbers.get((int) step.form().get("into")), numbers.get(step.concern()));
            default -> handle(step);
        }
    }

    private String raise(DemoStory.Step step) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(ConcernEscalation.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> form = new HashMap<>(step.form());
        if (form.remove("photo") instanceof String photo) {
            form.put("files", List.of(pages.upload(step.by(), photo)));
        }
        return engine.getFormService().submitStartForm(definition, form).getBusinessKey();
    }

    private void handle(DemoStory.Step step) {
        boolean onlyReceives = step.task().equals("receive");
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(numbers.get(step.concern()))
                .taskDefinitionKey("UserTask_" + (onlyReceives ? "Handle" : step.task()))
                .singleResult();
        if (task == null) {
            throw new IllegalStateException(step.by() + " has no " + step.task() + " on " + step.at());
        }
        if (task.getAssignee() == null) {
            engine.getTaskService().claim(task.getId(), step.by());
        }
        if (!onlyReceives) {
            engine.getFormService().submitTaskForm(task.getId(), step.form());
        }
    }

    private void as(String person, Runnable act) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            act.run();
        } finally {
            LocaleContextHolder.resetLocaleContext();
            engine.getIdentityService().clearAuthentication();
        }
    }
}
