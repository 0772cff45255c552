package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.SECRETARY;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Mailbox;
import org.shangda.Mailbox.Mail;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.refusal.Sentences;
import org.shangda.university.Unit;
import org.shangda.work.WorkWaits;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody is written to in one language, their own, whatever the message is about. */
@ShangdaTest
class ReadersLanguageTest extends ToldOfStalled {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("(?i)\\b(the|please|number|unit|due|since|waits?)\\b");

    @Autowired
    Sentences sentences;

    @Test
    void one_mail_of_every_kind_is_in_english_for_whoever_reads_english_and_in_chinese_for_the_others() {
        List.of(COLLEAGUE, COLLEGE_CLERK, OPERATOR).forEach(person -> languages.choose(person, "en"));
        String late = cases.at("college", "problem");
        cases.act(COLLEAGUE, late, "UserTask_MyConcern", Map.of("action", "urge"));
        cases.raise(COLLEAGUE, Cases.concernWith("type", "hazard"));
        suspended();
        look();
        passwords.record(COLLEGE_CLERK, "admin");
        delivery.deliverDue();
        TestTime.set(NEXT_MORNING);
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(COLLEAGUE)).isNotEmpty().allSatisfy(this::isEnglish);
        assertThat(Mailbox.mailsTo(COLLEGE_CLERK))
                .extracting(Mail::subject)
                .contains("Shangda: urged by the colleague", "Shangda: somebody else has set your password")
                .contains("Shangda: a safety hazard waits for you");
        assertThat(Mailbox.mailsTo(COLLEGE_CLERK)).allSatisfy(this::isEnglish);
        assertThat(Mailbox.mailsTo(OPERATOR)).isNotEmpty().allSatisfy(this::isEnglish);
        assertThat(Mailbox.mails().stream()
                        .filter(mail -> List.of(COLLEAGUE, COLLEGE_CLERK, OPERATOR).stream()
                                .noneMatch(person -> mail.to().startsWith(person + "@"))))
                .isNotEmpty()
                .allSatisfy(ReadersLanguageTest::isChinese);
        database.update("delete from password_set");
    }

    @Test
    void work_of_which_nobody_has_been_told_any_more_has_no_chinese_name_in_an_english_mail() {
        languages.choose(COLLEGE_CLERK, "en");
        String number = cases.at("college", "problem");
        database.update("delete from notice");
        cases.act(COLLEAGUE, number, "UserTask_MyConcern", Map.of("action", "urge"));
        delivery.deliverDue();

        assertThat(Mailbox.mailsTo(COLLEGE_CLERK)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains(number);
            isEnglish(mail);
        });
    }

    @Test
    void a_group_is_spoken_to_in_the_universitys_language() throws Exception {
        try (ChatGroup group = new ChatGroup()) {
            NotificationProperties withRobot = new NotificationProperties(
                    properties.digestAt(),
                    null,
                    properties.giveUpAfter(),
                    properties.keep(),
                    List.of(new Robot("jsj", Robot.Kind.WECOM, group.url(), null)),
                    List.of());
            new Notices(outbox, digests, withRobot, clock)
                    .on(new WorkWaits("t1", "C1", "handle.college", "jsj", List.of(), true, true));
            cases.at("college", "problem");
            deliver(new RobotChannel(withRobot, openWork, university, sentences, addresses, clock));

            assertThat(group.heard())
                    .singleElement()
                    .satisfies(heard -> assertThat(heard).contains("件待签收").doesNotContainPattern(ENGLISH));
        }
    }

    // --- which language that is --------------------------------------------------------------------------------------

    @Test
    void the_latest_login_says_it_until_the_person_chooses_one() throws Exception {
        assertThat(languages.of(SECRETARY)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        logIn("en-US,en;q=0.9");
        assertThat(languages.of(SECRETARY)).isEqualTo(Locale.ENGLISH);
        logIn("zh-CN,zh;q=0.9");
        assertThat(languages.of(SECRETARY)).isEqualTo(Locale.SIMPLIFIED_CHINESE);

        languages.choose(SECRETARY, "en");
        logIn("zh-CN,zh;q=0.9");
        assertThat(languages.of(SECRETARY)).isEqualTo(Locale.ENGLISH);
        languages.choose(SECRETARY, "");
        assertThat(languages.of(SECRETARY)).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void a_person_chooses_between_chinese_and_english_and_nothing_else() {
        Http person = new Http(port);
        assertThat(choose(person, "en")).contains("\"written\":\"en\"");
        assertThat(choose(person, "tlh")).contains("请选择中文（zh-CN）或英文（en）");
        assertThat(person.get("/api/account/language", Http.as(SECRETARY, "demo"))
                        .body())
                .isEqualTo("{\"written\":\"en\",\"chosen\":\"en\"}");
    }

    private static String choose(Http person, String language) {
        return person.post("/api/account/language", "{\"language\":\"" + language + "\"}", Http.as(SECRETARY, "demo"))
                .body();
    }

    // --- how ---------------------------------------------------------------------------------------------------------

    private void logIn(String language) {
        Http browser = new Http(port);
        browser.get("/camunda/app/tasklist/default/");
        HttpRequest login = HttpRequest.newBuilder(
                        URI.create(browser.server() + "/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"))
                .header("Accept-Language", language)
                .header("Origin", browser.server())
                .POST(BodyPublishers.ofString("username=" + SECRETARY + "&password=demo"))
                .build();
        var answer = browser.send(login);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** But for units and people, which have one name. */
    private void isEnglish(Mail mail) {
        String words =
                university.units().stream().map(Unit::name).reduce(mail.text(), (left, name) -> left.replace(name, ""));
        assertThat(CHINESE.matcher(words).results().map(one -> words.substring(one.start())))
                .as(mail.text())
                .isEmpty();
        assertThat(mail.text()).contains("<html lang=\"en\">");
    }

    private static void isChinese(Mail mail) {
        assertThat(mail.text().replaceAll("http\\S+", ""))
                .doesNotContainPattern(ENGLISH)
                .contains("<html lang=\"zh-CN\">");
    }
}
