package org.shangda.contact.process;

import static org.shangda.work.Course.Who.HANDLERS;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.shangda.contact.ContactLists;
import org.shangda.contact.ContactView;
import org.shangda.contact.ContactView.NotePage;
import org.shangda.contact.ContactView.SheetPage;
import org.shangda.contact.ContactView.Talk;
import org.shangda.contact.DutyService;
import org.shangda.contact.DutyService.FollowUp;
import org.shangda.contact.DutyService.Look;
import org.shangda.contact.EventTalkService;
import org.shangda.contact.EventTalkService.Arrangement;
import org.shangda.contact.EventTalkService.Deadlines;
import org.shangda.contact.EventTalkService.Held;
import org.shangda.contact.EventTalkService.LateTalk;
import org.shangda.contact.NoteService;
import org.shangda.contact.NoteService.Decision;
import org.shangda.contact.RegisterContacts;
import org.shangda.refusal.Sentences;
import org.shangda.work.Answer;
import org.shangda.work.Card;
import org.shangda.work.Course;
import org.shangda.work.StartForm;
import org.shangda.work.StartForm.Started;
import org.shangda.work.WorkItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people do about contacts: they are written down, followed up, confirmed, and held on an occasion. */
@Configuration(proxyBeanMethods = false)
class ContactWork {

    private final DutyService duties;
    private final NoteService notes;
    private final EventTalkService talks;
    private final ContactView view;
    private final ContactLists lists;

    ContactWork(DutyService duties, NoteService notes, EventTalkService talks, ContactView view, ContactLists lists) {
        this.duties = duties;
        this.notes = notes;
        this.talks = talks;
        this.view = view;
        this.lists = lists;
    }

    // --- contact-duty ------------------------------------------------------------------------------------------------

    @Bean
    Course contactDuty() {
        return Course.of(ContactDutyProcess.PROCESS)
                .setsOutWith(ContactDutyProcess.OPENED)
                .withTasks(ContactDutyProcess.REGISTER, ContactDutyProcess.FOLLOW_UP, ContactDutyProcess.COLLEGE_LOOK);
    }

    /**
     * 「本月联系登记」: one row for each pair for which something is still to be done, and more rows if one likes. It does
     * not follow the roster: who carries a pair is the pairs' to say, and they say it when it changes. One that comes back
     * after the reminder is as urgent as it was.
     */
    @Bean
    WorkItem<RegisterContacts> registerContacts() {
        return WorkItem.of(ContactDutyProcess.REGISTER, "register-contacts", RegisterContacts.class)
                .showsAddedFieldsOf("register-contacts")
                .mayLack("commonDay", "commonWay", "commonTopics", "contacts.met", "contacts.note")
                .readAhead(numbers -> duties.readAhead(numbers))
                .offeredTo(work -> duties.offer(work.number()))
                .shows(work -> {
                    Map<String, Object> shown = shown(view.page(work.number()));
                    shown.putAll(lists.registering(work.caller()));
                    return shown;
                })
                .takes((work, contacts) ->
                        Map.of(ContactDutyProcess.DISCHARGED, duties.register(work.number(), work.caller(), contacts)))
                .answers(ContactDutyProcess.REGISTERED)
                .pressingWhen(work -> duties.wasRemindedOf(work.number()))
                .personal();
    }

    private static Map<String, Object> shown(SheetPage page) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", page.sheet().number());
        shown.put("heading", page.heading());
        shown.put("clock", page.clock());
        shown.put("owed", ShownRows.of(page.sheet().rows()));
        shown.put("why", why(page));
        shown.put("pairs", page.pairs());
        shown.put(
                "contacts",
                page.waiting().stream().map(pair -> Map.of("pairing", pair)).toList());
        return shown;
    }

    /** In Markdown; labels and the clauses of the table, each once, so that nothing in it was written by anybody. */
    private static String why(SheetPage page) {
        return page.sheet().rows().stream()
                .map(row -> "- " + row.what() + "：" + row.clause())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** 跟进未完成的联系: why, and what comes of it, each one of a list. */
    @Bean
    WorkItem<FollowUp> followUp() {
        return WorkItem.of(ContactDutyProcess.FOLLOW_UP, "follow-up", FollowUp.class)
                .offeredTo(work -> duties.offerFollowUp(work.number()))
                .shows(work -> {
                    Map<String, Object> shown = missed(work.number());
                    shown.put("missedReasons", lists.missedReasons());
                    return shown;
                })
                .readAhead(numbers -> duties.readAhead(numbers))
                .takes((work, input) -> {
                    duties.followUp(work.number(), work.caller(), input);
                    return Map.of();
                })
                .answers(Answer.nothing().ends());
    }

    /** 查看未完成的联系: what nobody followed up in time. */
    @Bean
    WorkItem<Look> collegeLook() {
        return WorkItem.of(ContactDutyProcess.COLLEGE_LOOK, "college-look", Look.class)
                .showsAddedFieldsOf("follow-up")
                .offeredTo(work -> duties.offerLook(work.number()))
                .dated()
                .shows(work -> missed(work.number()))
                .readAhead(numbers -> duties.readAhead(numbers))
                .takes((work, input) -> {
                    duties.look(work.number(), work.caller(), input);
                    return Map.of();
                })
                .answers(Answer.nothing().ends());
    }

    private Map<String, Object> missed(String number) {
        Map<String, Object> shown = new HashMap<>(ShownRows.missed(view.page(number)));
        shown.put("missedMeasures", lists.missedMeasures());
        return shown;
    }

    // --- contact-note ------------------------------------------------------------------------------------------------

    @Bean
    Course contactNote() {
        return Course.of(ContactNoteProcess.PROCESS)
                .setsOutWith(ContactNoteProcess.WRITTEN)
                .withTasks(ContactNoteProcess.CONFIRM, ContactNoteProcess.CONFIRM_FOR_BRANCH);
    }

    /** 确认备注: the colleague. */
    @Bean
    WorkItem<Decision> confirmNote() {
        return confirm(ContactNoteProcess.CONFIRM, false).personal();
    }

    /** 确认备注: whoever confirms for a linked branch. */
    @Bean
    WorkItem<Decision> confirmBranchNote() {
        return confirm(ContactNoteProcess.CONFIRM_FOR_BRANCH, true);
    }

    private WorkItem<Decision> confirm(String key, boolean branch) {
        return WorkItem.of(key, "confirm-note", Decision.class)
                .ownMatter()
                .offeredTo(work -> notes.offer(work.number()))
                .dated()
                .shows(work -> shown(work.number(), view.notePage(work.number(), work.caller()), branch))
                .takes((work, decision) -> {
                    notes.decide(work.number(), work.caller(), decision);
                    return Map.of();
                })
                .answers(Answer.nothing().ends())
                .readAhead(numbers -> notes.readAhead(numbers))
                .whenPlaced(work -> notes.placed(work.number()))
                .whenRosterTurns(work -> notes.placed(work.number()));
    }

    private static Map<String, Object> shown(String number, NotePage page, boolean branch) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", number);
        shown.put("carrierName", page.carrier());
        shown.put("on", page.on());
        shown.put("wayLabel", page.way());
        shown.put("topicLabels", Sentences.listed(page.topics()));
        shown.put("actionLabels", Sentences.listed(page.actions()));
        shown.put("noteWords", page.words());
        shown.put("words", page.words());
        shown.put("branch", branch);
        return shown;
    }

    // --- event-duty --------------------------------------------------------------------------------------------------

    /** 安排事件谈话: an occasion calls for it. */
    @Bean
    Course eventDuty() {
        return Course.of(EventDutyProcess.PROCESS)
                .setsOutWith(EventDutyProcess.ARRANGED)
                .startedBy(
                        HANDLERS,
                        StartForm.of("arrange-event-talk", Arrangement.class)
                                .shows(caller -> Map.of("occasions", talks.occasions()))
                                .starts((caller, arrangement) -> {
                                    Deadlines dates = talks.arrange(caller, arrangement);
                                    return new Started(dates.number(), codes(dates));
                                }))
                .withTasks(EventDutyProcess.TALK, EventDutyProcess.FOLLOW_UP_TALK);
    }

    private static Map<String, Object> codes(Deadlines dates) {
        return Map.of(
                EventDutyProcess.REMIND_AT, Date.from(dates.remindAt()),
                EventDutyProcess.DUE_AT, Date.from(dates.dueAt()));
    }

    /** 事件谈话: that it was held. No field takes a word about what was said. */
    @Bean
    WorkItem<Held> eventTalk() {
        return WorkItem.of(EventDutyProcess.TALK, "event-talk", Held.class)
                .showsAddedFieldsOf("arrange-event-talk", "follow-up-talk")
                .listedAs(works -> work ->
                        Card.titled(view.talk(work.number(), work.caller()).person()))
                .offeredTo(work -> talks.offer(work.number()))
                .shows(work -> {
                    Map<String, Object> shown = shown(view.talk(work.number(), work.caller()));
                    shown.put("ways", lists.ways());
                    return shown;
                })
                .takes((work, held) -> {
                    talks.held(work.number(), work.caller(), held);
                    return Map.of();
                })
                .answers(Answer.nothing().ends())
                .readAhead(numbers -> talks.readAhead(numbers))
                .whenPlaced(work -> talks.placed(work.number()))
                .whenRosterTurns(work -> talks.placed(work.number()));
    }

    private static Map<String, Object> shown(Talk talk) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("number", talk.number());
        shown.put("personName", talk.person());
        shown.put("occasionLabel", talk.occasion());
        shown.put("clause", talk.clause());
        shown.put("diverted", talk.diverted());
        return shown;
    }

    /** 跟进逾期的事件谈话: who was to talk and by when, neither to whom nor why. */
    @Bean
    WorkItem<LateTalk> followUpTalk() {
        return WorkItem.of(EventDutyProcess.FOLLOW_UP_TALK, "follow-up-talk", LateTalk.class)
                .offeredTo(work -> talks.offerFollowUp(work.number()))
                .dated()
                .shows(work -> {
                    Talk talk = view.talk(work.number(), work.caller());
                    return Map.of(
                            "number", talk.number(),
                            "talkerName", talk.talker(),
                            "due", talk.dueOn(),
                            "missedReasons", lists.missedReasons(),
                            "talkMeasures", lists.talkMeasures());
                })
                .readAhead(numbers -> talks.readAhead(numbers))
                .takes((work, input) -> {
                    Deadlines dates = talks.followUp(work.number(), work.caller(), input);
                    Map<String, Object> codes = new HashMap<>();
                    codes.put(EventDutyProcess.TALK_AGAIN, dates != null);
                    if (dates != null) {
                        codes.putAll(codes(dates));
                    }
                    return codes;
                })
                .answers(EventDutyProcess.FOLLOWED_UP);
    }
}
