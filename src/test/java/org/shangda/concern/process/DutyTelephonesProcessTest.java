package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.DutyTelephones;
import org.shangda.concern.DutyTelephones.Duty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 值班电话: who is called first in an emergency is a cell of {@code department-routing}. */
@ShangdaTest
class DutyTelephonesProcessTest {

    private static final String ROUTING = "department-routing";

    @Autowired
    DutyTelephones telephones;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private Modeler modeler;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        modeler = new Modeler(port);
    }

    @AfterEach
    void asShipped() {
        modeler.takeBack(engine.getRepositoryService());
    }

    @Test
    void as_shipped_whoever_is_in_danger_calls_security_first() {
        assertThat(telephones.before(COLLEAGUE).first()).isEqualTo(new Duty("保卫处", "0500-8888 9201"));
    }

    @Test
    void a_school_says_in_the_table_whom_to_call_first() {
        String without = Modeler.withCell(ROUTING, "Rule_SafetyBwc", "emergency", "");
        modeler.deploy(
                Map.of(ROUTING + ".dmn", Modeler.withCell(without, ROUTING, "Rule_HousingHqc", "emergency", "true")));

        assertThat(telephones.before(COLLEAGUE).first()).isEqualTo(new Duty("后勤管理处", "0500-8888 9191"));
        assertThat(telephones.before(COLLEAGUE).others()).extracting(Duty::unit).containsExactly("计算机学院党委", "东海大学（演示）");
    }

    @Test
    void where_the_table_names_nobody_the_colleges_own_number_comes_first() {
        modeler.deploy(Map.of(ROUTING + ".dmn", Modeler.withCell(ROUTING, "Rule_SafetyBwc", "emergency", "")));

        assertThat(telephones.before(COLLEAGUE).first()).isEqualTo(new Duty("计算机学院党委", "0500-8888 9011"));
        assertThat(telephones.before(COLLEAGUE).byCategory()).containsKey("safety");
    }
}
