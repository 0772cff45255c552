package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernFiles;
import org.shangda.concern.Merging;
import org.shangda.concern.Merging.Similar;
import org.shangda.engine.WaitingWork;
import org.shangda.monitoring.Monitoring;
import org.shangda.probe.Http;
import org.shangda.work.Desk.Wish;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The demonstration shows the product's worth in its first minute; see {@code demo/concerns.yaml}. */
@ShangdaTest
@Tag("h2")
class DemoConcernsTest {

    /** They look, and have nothing to hand in. */
    private static final Set<String> LOOKING = Set.of("yebo", "admin", "zhaomingyuan");

    /** Has pairs, see {@code DemoPairsTest}. */
    private static final String MEMBER = "zhaoxin";

    /** The desk as it opens: whatever list it chooses. */
    private static final Wish FIRST = new Wish(null, null, null, null, null, null, 0);

    @Autowired
    DemoConcerns demo;

    @Autowired
    Cases cases;

    @Autowired
    ConcernFiles files;

    @Autowired
    Merging merging;

    @Autowired
    WaitingWork work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Monitoring monitoring;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    @BeforeEach
    void nobodyHasAnything() {
        cases.forgetAll();
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
        monitoring.look();
    }

    /** A Tuesday in a term, and one in the next year, of whose holidays nobody knows yet: the demonstration never ages. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T10:20:00", "2027-01-12T10:20:00"})
    void on_whatever_day_it_starts_there_is_a_concern_in_every_state_at_every_level_and_work_for_every_login(
            String today) throws IOException {
        TestTime.set(today);

        demo.tell(TestTime::set);

        assertThat(TestTime.now()).isEqualTo(TestTime.at(today));
        assertThat(cases.concerns()).isEqualTo(28);
        assertThat(texts("select distinct state from concern"))
                .containsExactlyInAnyOrder("OPEN", "ANSWERED", "CLOSED", "WITHDRAWN");
        assertThat(texts("select distinct level from handling where ended_at is null"))
                .contains("branch", "college", "department", "organization-department", "assigning-office");
        assertThat(database.queryForObject("select count(*) from supervision where decided_at is null", Integer.class))
                .as("late, and supervised")
                .isGreaterThanOrEqualTo(2);
        assertThat(texts("select distinct programme from concern")).contains("zhejiang", "jilin", "teaching-branch");
        everyKindIsThere();
        assertThat(logins().stream().filter(login -> !LOOKING.contains(login) && !login.equals(MEMBER)))
                .allSatisfy(login -> assertThat(
                                cases.as(login, () -> work.desk(login, FIRST)).rows())
                        .as("what %s sees first", login)
                        .isNotEmpty());
        assertThat(monitoring.look()).isTrue();
        String late = number("教师公寓热水断断续续");
        for (String looking : LOOKING) {
            assertThat(body(looking, "/api/stalled"))
                    .as("what %s finds standing still", looking)
                    .contains(late);
        }
        assertThat(body(
                                "yebo",
                                "/engine-rest/process-instance/count?processDefinitionKey=concern-escalation&active=true")
                        .replaceAll("\\D", ""))
                .as("what Cockpit counts")
                .satisfies(running -> assertThat(Integer.parseInt(running)).isGreaterThan(5));
    }

    private String body(String person, String address) {
        return new Http(port).get(address, Http.as(person, "demo")).body();
    }

    private void everyKindIsThere() {
        String hazard = number("理科楼 502 实验室通风柜不排风");
        assertThat(cases.concern(hazard, "type")).isEqualTo("HAZARD");
        assertThat(cases.concern(hazard, "state")).isEqualTo("OPEN");
        assertThat(cases.step(number("课题组没有固定实验用房"), "EXIT", "code")).isEqualTo("explain");
        assertThat(cases.openTasks(number("建议建立校级高性能计算平台"))).contains("UserTask_RecordDecision");
        String twice = number("附属小学入学名额没有按公布的办法分配");
        assertThat(texts("select code from step where kind = 'RATED' and number = '" + twice + "'"))
                .containsExactly("dissatisfied", "dissatisfied");
        assertThat(cases.handlings(twice, "stage")).endsWith("again", "review");
        String withheld = number("聘期考核标准中途改变");
        assertThat(cases.concern(withheld, "travel")).isEqualTo("NAMELESS_ABOVE_BRANCH");
        assertThat(cases.show("yangfan", cases.task(withheld, "UserTask_Handle"))
                        .toString())
                .doesNotContain("吴斌", "wubin");
        String photographed = number("教学楼三楼走廊的灯坏了一半");
        assertThat(cases.as("zhangwei", () -> files.of(photographed, "zhangwei")))
                .singleElement()
                .satisfies(file -> assertThat(file.thumbnail()).isTrue());
        String leading = number("教学楼西侧车棚漏雨");
        assertThat(cases.as("zhangwei", () -> merging.similar(leading, "zhangwei")))
                .filteredOn(Similar::merged)
                .extracting(Similar::title)
                .containsExactlyInAnyOrder("雨天车棚没法停车", "附议：校园环境");
        assertThat(cases.show("zhangwei", cases.task(leading, "UserTask_Handle")))
                .extracting("because")
                .asString()
                .contains("合并办理：3 件");
    }

    @Test
    void the_readme_names_a_login_for_each_role() throws IOException {
        assertThat(logins())
                .containsExactly(
                        "chenyu",
                        "zhaoxin",
                        "zhengguohua",
                        "zhangwei",
                        "liumin",
                        "wanghaitao",
                        "sujian",
                        "tianguoqing",
                        "xiexin",
                        "gaoyan",
                        "luojing",
                        "zhaomingyuan",
                        "yebo",
                        "admin");
    }

    @Test
    void a_story_that_broke_off_halfway_is_no_demonstration() {
        assertThatThrownBy(() -> demo.tell(at -> {
                    throw new IllegalStateException("the power has failed");
                }))
                .hasMessage("the power has failed");

        assertThatThrownBy(demo::isTold).hasMessageContaining("演示事项没有办完就中断了");
        engine.getManagementService().deleteProperty("shangda.demo.concerns");
    }

    private static List<String> logins() throws IOException {
        return Pattern.compile("(?m)^\\| .* \\| `(\\w+)` \\|$")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private String number(String title) {
        return database.queryForObject("select number from concern where title = ?", String.class, title);
    }

    private List<String> texts(String query) {
        return database.queryForList(query, String.class);
    }
}
