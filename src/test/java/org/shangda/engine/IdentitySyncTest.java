package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.university.RosterChanged;
import org.springframework.jdbc.core.JdbcTemplate;

class IdentitySyncTest {

    private final ProcessEngine engine = BareEngine.emptied();
    private final IdentityService identities = engine.getIdentityService();
    private final SmallUniversity university = new SmallUniversity();

    @BeforeEach
    void roster() {
        university
                .person("li", "李静")
                .person("wang", "王强")
                .person("zhao", "赵敏")
                .person("sun", "孙丽")
                .unit("c1", "信息学院党委", "li", "wang")
                .unit("c2", "文学院党委", "zhao");
    }

    @Test
    void everybody_on_the_roster_has_an_account_with_the_whole_name_and_belongs_to_the_staff() {
        follow();

        User li = user("li");
        assertThat(li.getLastName()).isEqualTo("李静");
        assertThat(li.getFirstName()).isEmpty();
        assertThat(members("staff")).containsExactlyInAnyOrder("li", "wang", "zhao", "sun");
        assertThat(group("staff").getName()).isEqualTo("教职工");
    }

    @Test
    void a_units_group_has_its_handlers_for_members() {
        follow();

        assertThat(group("uc1").getName()).isEqualTo("信息学院党委");
        assertThat(members("uc1")).containsExactlyInAnyOrder("li", "wang");
        assertThat(members("uc2")).containsExactly("zhao");
    }

    @Test
    void the_group_of_a_unit_for_which_another_one_answers_is_empty() {
        university.answers("c2", "c1", true, "li", "wang");
        follow();

        assertThat(members("uc2")).isEmpty();
    }

    @Test
    void the_group_is_empty_when_not_all_handlers_of_the_unit_answer() {
        university.answers("c1", "c1", false, "li");
        follow();

        assertThat(members("uc1")).isEmpty();
    }

    @Test
    void memberships_and_names_follow_a_changed_roster() {
        follow();
        university
                .person("sun", "孙莉")
                .answers("c1", "c1", true, "wang", "sun")
                .unit("c3", "理学院党委", "li")
                .dissolved("c2");
        changed();

        assertThat(user("sun").getLastName()).isEqualTo("孙莉");
        assertThat(members("uc1")).containsExactlyInAnyOrder("wang", "sun");
        assertThat(members("uc3")).containsExactly("li");
        assertThat(group("uc2")).isNull();
    }

    @Test
    void who_left_cannot_log_in_and_belongs_to_no_group() {
        demonstration("");
        university.leaves("zhao").answers("c2", "c1", true, "li", "wang");
        demonstration("");

        assertThat(identities.checkPassword("zhao", "demo")).isFalse();
        assertThat(user("zhao")).isNull();
        assertThat(members("staff")).doesNotContain("zhao");
        assertThat(members("uc2")).isEmpty();
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .userIdIn("zhao")
                        .count())
                .isZero();
    }

    @Test
    void accounts_and_groups_that_an_administrator_made_are_left_alone() {
        identities.saveUser(identities.newUser("admin"));
        identities.saveGroup(identities.newGroup("visitors"));
        follow();
        identities.createMembership("admin", "operators");
        identities.createMembership("sun", "operators");
        changed();

        assertThat(user("admin")).isNotNull();
        assertThat(group("visitors")).isNotNull();
        assertThat(members("operators")).containsExactlyInAnyOrder("admin", "sun");
    }

    @Test
    void an_unchanged_roster_writes_nothing() {
        follow();
        String password = ((UserEntity) user("li")).getPassword();
        long rights = rights();
        follow();

        assertThat(((UserEntity) user("li")).getPassword()).isEqualTo(password);
        assertThat(((UserEntity) user("li")).getRevision()).isOne();
        assertThat(rights()).isEqualTo(rights);
    }

    @Test
    void the_roster_is_followed_whoever_imports_it() {
        // An authenticated caller without any right, and more people than such a caller may list.
        BareEngine.as(engine, "clerk", () -> {
            changed();
            assertThat(identities.getCurrentAuthentication().getUserId()).isEqualTo("clerk");
            return null;
        });

        assertThat(members("staff")).hasSize(4);
    }

    @Test
    void nobody_knows_the_first_password_outside_the_demonstration() {
        follow();

        assertThat(identities.checkPassword("li", "demo")).isFalse();
        assertThat(identities.checkPassword("li", "")).isFalse();
        assertThat(identities.checkPassword("li", "li")).isFalse();
    }

    @Test
    void in_the_demonstration_everybody_logs_in_with_the_same_password_and_one_person_is_operator() {
        demonstration("sun");
        demonstration("sun");

        assertThat(identities.checkPassword("li", "demo")).isTrue();
        assertThat(identities.checkPassword("wang", "demo")).isTrue();
        assertThat(members("operators")).containsExactly("sun");
    }

    @Test
    void an_accounts_own_password_is_kept() {
        follow();
        User li = user("li");
        li.setPassword("chosen by herself");
        identities.saveUser(li);
        university.person("li", "李静怡");
        changed();

        assertThat(identities.checkPassword("li", "chosen by herself")).isTrue();
        assertThat(user("li").getLastName()).isEqualTo("李静怡");
    }

    private void follow() {
        sync(null).followRoster();
    }

    private void changed() {
        sync(null).on(new RosterChanged(Set.of(), Set.of(), Set.of(), 1));
    }

    private void demonstration(String operator) {
        sync(new Demonstration("demo", operator, List.of())).followRoster();
    }

    private IdentitySync sync(Demonstration demonstration) {
        JdbcTemplate jdbc =
                new JdbcTemplate(engine.getProcessEngineConfiguration().getDataSource());
        jdbc.execute("create table if not exists former_account (id varchar(64) primary key,"
                + " password varchar(255) not null, salt varchar(255), left_on date not null)");
        FormerAccounts former =
                new FormerAccounts(jdbc, Clock.fixed(Instant.parse("2026-03-02T02:00:00Z"), ZoneOffset.UTC));
        return new IdentitySync(engine, university, BareEngine.messages(), former, demonstration);
    }

    private User user(String id) {
        return identities.createUserQuery().userId(id).singleResult();
    }

    private Group group(String id) {
        return identities.createGroupQuery().groupId(id).singleResult();
    }

    private List<String> members(String group) {
        return identities.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
    }

    private long rights() {
        return engine.getAuthorizationService().createAuthorizationQuery().count();
    }
}
