package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.COLLEGE_HEAD;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.OTHER_COLLEGE_CLERK;
import static org.shangda.Cases.OTHER_DEPARTMENT_CLERK;
import static org.shangda.Cases.SECRETARY;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.account.PasswordsSet;
import org.shangda.refusal.Sentences;
import org.shangda.university.Person;
import org.shangda.university.University;
import org.shangda.work.WorkWaits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what, when, and how often. */
@ShangdaTest
class NotificationTest {

    private static final String NEXT_MORNING = "2026-03-03T08:00:00";

    @Autowired
    Cases cases;

    @Autowired
    Delivery delivery;

    @Autowired
    Outbox outbox;

    @Autowired
    Notices notices;

    @Autowired
    Digests digests;

    @Autowired
    OpenWork openWork;

    @Autowired
    PasswordsSet passwords;

    @Autowired
    MailText mailText;

    @Autowired
    NotificationProperties properties;

    @Autowired
    ObjectProvider<JavaMailSender> sender;

    @Autowired
    University university;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Clock clock;

    @Autowired
    Sentences sentences;

    @Autowired
    Tasklist tasklist;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        database.update("delete from notice");
        Mailbox.start();
    }

    @AfterEach
    void serverDown() {
        Mailbox.stop();
        database.update("delete from notice");
    }

    // --- passwords ---------------------------------------------------------------------------------------------------

    @Test
    void whose_password_somebody_else_sets_is_told_at_once_and_even_after_the_notice_on_the_page_was_put_away() {
        transaction.executeWithoutResult(running -> passwords.record(SECRETARY, "admin"));
        passwords.putAway(SECRETARY);
        TestTime.set("2026-03-02T10:05:00");

        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("上达：您的密码已由他人重新设置 / ");
            assertThat(mail.text())
                    .contains("您的密码已于2026年3月2日 10:00由系统管理员（账号 admin）重新设置。如非您本人要求")
                    .contains("by a system administrator (account admin)");
        });
        database.update("delete from password_set");
    }

    @Test
    void a_password_that_is_not_stored_is_told_to_nobody() {
        transaction.executeWithoutResult(running -> {
            passwords.record(SECRETARY, "admin");
            running.setRollbackOnly();
        });
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();
        assertThat(passwords.toldTo(SECRETARY)).isEmpty();
    }

    // --- the digest --------------------------------------------------------------------------------------------------

    @Test
    void on_the_next_working_morning_one_mail_tells_what_still_waits_and_nobody_is_told_twice() {
        String waiting = cases.raise(COLLEAGUE, Cases.concern());
        String other = cases.raise(COLLEAGUE, Cases.concern());
        String done = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, done, "answer");
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();

        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains(waiting, other).doesNotContain(done);
            assertThat(mail.subject())
                    .isEqualTo(
                            "上达：您有 %1$d 件事项待办 / Shangda: items waiting for you: %1$d".formatted(waitsFor(SECRETARY)));
            String task = cases.task(waiting, "UserTask_Handle").getId();
            assertThat(mail.text())
                    .contains("党支部办理 / ")
                    .contains("编号 / Number: " + waiting)
                    .contains("单位 / Unit: "
                            + university.unit("jsj1").orElseThrow().name())
                    .contains("期限 / Due: 3月")
                    .contains("http://localhost:8080/camunda/app/tasklist/default/#/?task=" + task);
        });
        // What the colleague is asked, and not the standing task by which the concern is followed.
        assertThat(Mailbox.mailsTo(COLLEAGUE))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.text()).contains(done, "评价答复").doesNotContain(waiting, "我的事项"));
        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(1);
    }

    @Test
    void what_a_colleague_of_the_same_unit_has_received_does_not_wait_for_the_others() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(COLLEGE_CLERK))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(number, university.unit("jsj").orElseThrow().name()));
        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).isEmpty();
        assertThat(states(number, OTHER_COLLEGE_CLERK)).containsExactly("DONE");
    }

    @Test
    void what_was_told_before_and_still_waits_makes_no_mail_of_its_own() {
        String told = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, told, "pass-up");
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).hasSize(1);
        String received = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, received, "pass-up");
        cases.claim(COLLEGE_CLERK, cases.task(received, "UserTask_Handle"));

        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).hasSize(1);
        assertThat(Mailbox.mailsTo(COLLEGE_CLERK))
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains(told, received));
    }

    @Test
    void a_deadline_that_comes_near_is_told_of_once_more() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(1);

        // The branch has until Wednesday the 11th, and is reminded two working days before.
        cases.passTo(number, "2026-03-09T17:00:00");
        TestTime.set("2026-03-10T08:00:00");
        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY))
                .hasSize(2)
                .last()
                .satisfies(mail -> assertThat(mail.text()).contains(number));
        TestTime.set("2026-03-11T08:00:00");
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(2);
    }

    @Test
    void a_digest_waits_for_the_next_working_day() {
        assertThat(digests.next(TestTime.at("2026-03-02T07:59:59"))).isEqualTo(TestTime.at("2026-03-02T08:00:00"));
        assertThat(digests.next(TestTime.at("2026-03-02T08:00:00"))).isEqualTo(TestTime.at(NEXT_MORNING));
        // Friday evening; before the Spring Festival, whose last day off is Monday the 23rd; a Saturday made up for.
        assertThat(digests.next(TestTime.at("2026-03-06T18:00:00"))).isEqualTo(TestTime.at("2026-03-09T08:00:00"));
        assertThat(digests.next(TestTime.at("2026-02-14T18:00:00"))).isEqualTo(TestTime.at("2026-02-24T08:00:00"));
        assertThat(digests.next(TestTime.at("2026-02-13T18:00:00"))).isEqualTo(TestTime.at("2026-02-14T08:00:00"));
    }

    // --- at once -----------------------------------------------------------------------------------------------------

    @Test
    void of_a_safety_hazard_everybody_who_may_receive_it_is_told_at_once() {
        String number = cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));

        delivery.deliverDue();
        delivery.deliverDue();

        for (String handler : List.of(COLLEGE_CLERK, OTHER_COLLEGE_CLERK, DEPARTMENT_CLERK, OTHER_DEPARTMENT_CLERK)) {
            assertThat(Mailbox.mailsTo(handler)).singleElement().satisfies(mail -> {
                assertThat(mail.subject()).startsWith("上达：有安全隐患待您办理");
                assertThat(mail.text()).contains(number);
            });
        }
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(COLLEGE_CLERK)).hasSize(1);
    }

    // --- nothing lost, nothing twice, nothing held up ----------------------------------------------------------------

    @Test
    void with_the_mail_server_down_for_two_hours_nothing_is_lost_sent_twice_or_held_up() {
        String first = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, first, "pass-up");
        String second = cases.raise(COLLEAGUE, Cases.concern());
        Mailbox.stop();
        TestTime.set(NEXT_MORNING);

        List<String> hazards = new ArrayList<>();
        delivery.deliverDue();
        assertThat(database.queryForObject("select count(distinct letter) from notice where attempts > 0", int.class))
                .as("letters that find out that the server is down")
                .isOne();
        for (int minute = 0; minute < 120; minute++) {
            delivery.deliverDue();
            TestTime.set(TestTime.now().plus(Duration.ofMinutes(1)));
            if (minute == 60) {
                hazards.add(cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard")));
            }
        }
        assertThat(database.queryForList("select distinct state from notice", String.class))
                .containsExactly("WAITING");
        Mailbox.start();
        for (int minute = 0; minute < 61; minute++) {
            delivery.deliverDue();
            TestTime.set(TestTime.now().plus(Duration.ofMinutes(1)));
        }

        assertThat(Mailbox.mailsTo(SECRETARY))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(second));
        for (String clerk : List.of(COLLEGE_CLERK, OTHER_COLLEGE_CLERK)) {
            List<Mail> mails = Mailbox.mailsTo(clerk);
            assertThat(mails.stream().filter(mail -> mail.text().contains(first)))
                    .as("digests")
                    .hasSize(1);
            assertThat(mails).anyMatch(mail -> mail.text().contains(hazards.get(0)));
            // None where the digest has told of the hazard already.
            assertThat(mails.stream().filter(mail -> mail.subject().startsWith("上达：有安全隐患")))
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Mailbox.mails()).extracting(Mail::messageId).doesNotHaveDuplicates();
        assertThat(database.queryForList("select distinct state from notice", String.class))
                .containsExactly("SENT");
    }

    @Test
    void what_one_mail_has_told_no_other_has_to() {
        String first = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set(NEXT_MORNING);
        String second = cases.raise(COLLEAGUE, Cases.concern());

        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(SECRETARY))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(first, second));
    }

    @Test
    void a_business_transaction_that_is_rolled_back_leaves_no_notice() {
        transaction.executeWithoutResult(running -> {
            cases.raise(COLLEAGUE, Cases.concern());
            assertThat(notices()).isPositive();
            running.setRollbackOnly();
        });

        assertThat(notices()).isZero();
    }

    @Test
    void whoever_has_a_task_a_second_time_is_not_told_again() {
        WorkWaits work = new WorkWaits("t1", "C1", "sign", "jsj", List.of(SECRETARY, COLLEGE_HEAD), false, false);
        notices.on(work);
        notices.on(new WorkWaits("t1", "C1", "sign", "jsj", List.of(SECRETARY, COLLEGE_CLERK), false, false));

        assertThat(notices()).isEqualTo(3);
    }

    @Test
    void two_nodes_do_not_take_the_same_letter() {
        cases.raise(COLLEAGUE, Cases.concern());
        Instant morning = TestTime.at(NEXT_MORNING);
        String letter = outbox.due(MailChannel.NAME, morning, 10).get(0);

        assertThat(outbox.claim(letter, morning)).isPresent();
        assertThat(outbox.claim(letter, morning)).isEmpty();
        assertThat(outbox.due(MailChannel.NAME, morning, 10)).doesNotContain(letter);
    }

    @Test
    void a_digest_whose_attempt_was_cut_off_is_not_repeated_and_its_work_is_in_the_next_one() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set(NEXT_MORNING);
        cutOff();

        TestTime.set("2026-03-03T08:11:00");
        delivery.deliverDue();
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();

        TestTime.set("2026-03-04T08:00:00");
        delivery.deliverDue();
        assertThat(Mailbox.mailsTo(SECRETARY))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains(number));
    }

    @Test
    void an_urgent_mail_whose_attempt_was_cut_off_is_repeated_under_the_same_id() {
        cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        Set<String> ids = cutOff();

        TestTime.set("2026-03-02T10:09:00");
        delivery.deliverDue();
        assertThat(Mailbox.mails()).isEmpty();
        TestTime.set("2026-03-02T10:11:00");
        delivery.deliverDue();
        assertThat(Mailbox.mails()).extracting(Mail::messageId).isNotEmpty().isSubsetOf(ids);
    }

    @Test
    void after_three_days_in_vain_a_message_is_given_up_and_counted() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        Mailbox.stop();
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();
        TestTime.set("2026-03-06T08:00:00");
        delivery.deliverDue();
        assertThat(states(number, SECRETARY)).containsExactly("WAITING");

        TestTime.set("2026-03-06T09:00:01");
        delivery.deliverDue();

        assertThat(states(number, SECRETARY)).containsExactly("FAILED");
        assertThat(counted("failed")).isPositive();
    }

    @Test
    void whoever_has_no_address_is_left_out_and_counted() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        University withoutAddresses = Mockito.mock(University.class);
        Mockito.when(withoutAddresses.person(SECRETARY))
                .thenReturn(Optional.of(new Person(SECRETARY, "张伟", "jsj1", true, null, null)));
        MailChannel mail = new MailChannel(sender, openWork, outbox, withoutAddresses, passwords, mailText, properties);
        TestTime.set(NEXT_MORNING);

        deliver(mail);

        assertThat(Mailbox.mails()).isEmpty();
        assertThat(states(number, SECRETARY)).containsExactly("NO_ADDRESS");
        assertThat(counted("no-address")).isPositive();
    }

    @Test
    void an_address_that_the_server_refuses_holds_nobody_else_up() {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        String another = cases.raise(COLLEAGUE, Cases.concern());
        JavaMailSender real = sender.getObject();
        JavaMailSender refusing = Mockito.mock(JavaMailSender.class);
        Mockito.when(refusing.createMimeMessage()).thenAnswer(call -> real.createMimeMessage());
        Mockito.doAnswer(call -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .as("no transaction waits for the server")
                            .isFalse();
                    MimeMessage mail = call.getArgument(0);
                    if (mail.getAllRecipients()[0].toString().startsWith(COLLEGE_CLERK)) {
                        throw new MailSendException(Map.of(mail, new SendFailedException("no such mailbox")));
                    }
                    real.send(mail);
                    return null;
                })
                .when(refusing)
                .send(Mockito.any(MimeMessage.class));
        TestTime.set(NEXT_MORNING);

        deliver(new MailChannel(providerOf(refusing), openWork, outbox, university, passwords, mailText, properties));

        assertThat(Mailbox.mailsTo(COLLEGE_CLERK)).isEmpty();
        assertThat(states(number, COLLEGE_CLERK)).containsExactly("WAITING");
        assertThat(Mailbox.mailsTo(SECRETARY)).hasSize(1);
        assertThat(states(another, SECRETARY)).containsExactly("SENT");
        assertThat(Mailbox.mailsTo(OTHER_COLLEGE_CLERK)).hasSize(1);
    }

    @Test
    void where_nothing_is_configured_nothing_is_sent_and_nothing_stays_for_ever() {
        cases.raise(COLLEAGUE, Cases.concern());
        TestTime.set("2026-03-31T08:00:00");
        Delivery nobody = new Delivery(outbox, List.of(), digests, properties, clock);
        nobody.deliverDue();
        nobody.expire();
        assertThat(notices()).isPositive();

        TestTime.set("2026-04-01T10:00:01");
        nobody.expire();

        assertThat(notices()).isZero();
    }

    @Test
    void what_is_being_sent_while_it_expires_stays_until_it_is_known_how_it_ended() {
        String sending = cases.raise(COLLEAGUE, Cases.concern());
        String waiting = cases.raise(COLLEAGUE, Cases.concern());
        // A node that stopped in the middle of sending leaves it so.
        database.update("update notice set state = 'SENDING' where number = ?", sending);
        TestTime.set("2026-04-01T10:00:01");

        new Delivery(outbox, List.of(), digests, properties, clock).expire();

        assertThat(states(sending, SECRETARY)).containsExactly("SENDING");
        assertThat(states(waiting, SECRETARY)).isEmpty();
    }

    // --- no story ----------------------------------------------------------------------------------------------------

    @Test
    void neither_mails_nor_the_outbox_carry_a_story_or_a_name() {
        Map<String, Object> form = Cases.concernWith("title", "Kanarienvogel");
        form.put("description", "Kanarienvogel 401");
        form.put("category", "pay");
        String number = cases.raise(COLLEAGUE, form);
        cases.exit(SECRETARY, number, "pass-up", Map.of("words", "Kanarienvogel", "tried", "Kanarienvogel"));
        form.put("type", "hazard");
        cases.raise(COLLEAGUE, form);
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();

        List<String> told = Stream.concat(
                        Mailbox.mails().stream().map(Mail::text),
                        database.queryForList("select * from notice").stream().map(Object::toString))
                .toList();
        assertThat(told).hasSizeGreaterThan(5).anyMatch(text -> text.contains(number));
        assertThat(told).noneMatch(text -> text.contains("Kanarienvogel"));
        assertThat(told).noneMatch(text -> text.contains("薪酬") || text.contains("pay"));
        assertThat(university.people())
                .noneMatch(person -> told.stream().anyMatch(text -> text.contains(person.name())));
    }

    // --- robots ------------------------------------------------------------------------------------------------------

    @Test
    void a_robot_is_given_counts_of_its_unit_in_the_morning_and_hazards_at_once() throws Exception {
        try (ChatGroup group = new ChatGroup()) {
            NotificationProperties withRobot = withRobot(new Robot("hqc", Robot.Kind.WECOM, group.url(), null));
            RobotChannel robot = robotChannel(withRobot);
            Notices toRobot = new Notices(outbox, digests, withRobot, clock);
            toRobot.on(new WorkWaits("t1", "C1", "handle.department", "hqc", List.of(), true, false));
            toRobot.on(new WorkWaits("t2", "C1", "handle.department", "rsc", List.of(), true, false));
            toRobot.on(new WorkWaits("t3", "C1", "sign", "hqc", List.of(), false, false));
            assertThat(notices()).isOne();
            deliver(robot);
            assertThat(group.heard()).isEmpty();

            TestTime.set(NEXT_MORNING);
            group.answer(200, "{\"errcode\":45009,\"errmsg\":\"freq out of limit\"}");
            deliver(robot);
            group.answer(503, "");
            TestTime.set("2026-03-03T08:01:00");
            deliver(robot);
            group.answer(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");
            group.forget();
            TestTime.set("2026-03-03T08:03:00");
            deliver(robot);
            deliver(robot);

            String hqc = university.unit("hqc").orElseThrow().name();
            assertThat(group.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard)
                            .contains("\"msgtype\":\"text\"", hqc + "：您单位有 3 件待签收")
                            .doesNotContain("C1", "rsc", "紧急"));

            group.forget();
            toRobot.on(new WorkWaits("t4", "C2", "handle.department", "hqc", List.of(), true, true));
            deliver(robot);
            assertThat(group.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard).contains("【紧急】", hqc).doesNotContain("C2"));
        }
    }

    @Test
    void a_robot_of_dingtalk_for_the_whole_university_signs_and_has_a_line_for_every_unit() throws Exception {
        try (ChatGroup group = new ChatGroup()) {
            NotificationProperties withRobot =
                    withRobot(new Robot(null, Robot.Kind.DINGTALK, group.url(), "this is secret"));
            RobotChannel robot = robotChannel(withRobot);
            Notices toRobot = new Notices(outbox, digests, withRobot, clock);
            toRobot.on(new WorkWaits("t1", "C1", "handle.department", "hqc", List.of(), true, false));
            TestTime.set(NEXT_MORNING);

            deliver(robot);

            assertThat(group.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard)
                            .contains("：您单位有 3 件待签收", "：您单位有 1 件待签收")
                            .contains("?key=k&timestamp=" + TestTime.now().toEpochMilli() + "&sign="));
        }
    }

    @Test
    void dingtalks_signature_is_the_one_that_it_computes() {
        // By OpenSSL: printf '1577262236757\nthis is secret' | openssl dgst -sha256 -hmac 'this is secret' -binary |
        // base64
        assertThat(RobotChannel.signature(1577262236757L, "this is secret"))
                .isEqualTo("hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=");
    }

    @Test
    void the_engine_counts_by_unit_what_waits_to_be_received() {
        int before = openWork.toReceive().getOrDefault("jsj", 0);
        String number = cases.raise(COLLEAGUE, Cases.concern());
        cases.exit(SECRETARY, number, "pass-up");
        assertThat(openWork.toReceive()).containsEntry("jsj", before + 1);

        cases.claim(COLLEGE_CLERK, cases.task(number, "UserTask_Handle"));

        assertThat(openWork.toReceive().getOrDefault("jsj", 0)).isEqualTo(before);
    }

    // -----------------------------------------------------------------------------------------------------------------

    private NotificationProperties withRobot(Robot robot) {
        return new NotificationProperties(
                properties.digestAt(), null, properties.giveUpAfter(), properties.keep(), List.of(robot));
    }

    private RobotChannel robotChannel(NotificationProperties withRobot) {
        OpenWork work = Mockito.mock(OpenWork.class);
        Mockito.when(work.toReceive()).thenReturn(Map.of("hqc", 3, "rsc", 1));
        return new RobotChannel(withRobot, work, university, sentences, tasklist, clock);
    }

    private static ObjectProvider<JavaMailSender> providerOf(JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("sender", sender);
        return beans.getBeanProvider(JavaMailSender.class);
    }

    private void deliver(Channel channel) {
        new Delivery(outbox, List.of(channel), digests, properties, clock).deliverDue();
    }

    /** The node is stopped in the middle of every letter that is due. */
    private Set<String> cutOff() {
        return outbox.due(MailChannel.NAME, TestTime.now(), 1000).stream()
                .map(letter ->
                        outbox.claim(letter, TestTime.now()).orElseThrow().messageId())
                .collect(Collectors.toSet());
    }

    /** Counted in the engine's tables, without the product's own queries. */
    private int waitsFor(String person) {
        return database.queryForObject(
                "select count(*) from act_ru_task t where task_def_key_ not in ('UserTask_MyConcern',"
                        + " 'UserTask_RaisedForColleague') and (assignee_ = ? or assignee_ is null and exists (select 1"
                        + " from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'"
                        + " and (l.user_id_ = ? or l.group_id_ in"
                        + " (select group_id_ from act_id_membership where user_id_ = ?))))",
                Integer.class,
                person,
                person,
                person);
    }

    private List<String> states(String number, String recipient) {
        return database.queryForList(
                "select state from notice where number = ? and recipient = ?", String.class, number, recipient);
    }

    private int notices() {
        return database.queryForObject("select count(*) from notice", Integer.class);
    }

    private double counted(String state) {
        return meters.get("shangda.notices").tag("state", state).gauge().value();
    }
}
