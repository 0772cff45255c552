package org.shangda.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.Contacts;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.engine.WaitingWork;
import org.shangda.work.Desk.Wish;
import org.springframework.beans.factory.annotation.Autowired;

/** The demonstration shows pairs in every state; see {@code shangda.demo.pairs}. */
@ShangdaTest
class DemoPairsTest {

    @Autowired
    DemoPairs demo;

    @Autowired
    Cases cases;

    @Autowired
    Pairings pairings;

    @Autowired
    Contacts contacts;

    @Autowired
    WaitingWork work;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        pairings.clear();
    }

    @AfterEach
    void nobodyIsPaired() {
        pairings.clear();
    }

    @Test
    void the_member_of_the_readme_finds_the_contacts_of_the_month() {
        demo.fill();
        contacts.open();
        assertThat(cases.as("zhaoxin", () -> work.desk("zhaoxin", new Wish(null, null, null, null, null, null, 0)))
                        .rows())
                .isNotEmpty();
    }

    @Test
    void pairs_in_every_state_under_three_programmes_once() {
        demo.fill();

        for (PairingState state : PairingState.values()) {
            assertThat(pairings.numbers("state = '" + state + "'"))
                    .as(state.name())
                    .isNotEmpty();
        }
        assertThat(pairings.numbers("state = 'OBJECTED'"))
                .allSatisfy(number -> assertThat(cases.instances(number)).isEmpty());
        for (String programme : new String[] {"zhejiang", "jilin", "teaching-branch"}) {
            assertThat(pairings.numbers("state = 'ACTIVE' and programme = '" + programme + "'"))
                    .as(programme)
                    .isNotEmpty();
        }
        assertThat(pairings.numbers("state in ('SOUGHT', 'PROPOSED', 'AGREED', 'ACTIVE')"))
                .allSatisfy(number -> assertThat(cases.instances(number)).hasSize(1));
        int before = pairings.numbers("1 = 1").size();
        demo.fill();
        assertThat(pairings.numbers("1 = 1")).hasSize(before);
    }
}
