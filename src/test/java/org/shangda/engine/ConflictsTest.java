package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.pvm.PvmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What two at once can meet is a conflict, and nothing else is. */
class ConflictsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            23505 | ERROR: duplicate key value violates unique constraint "pairing_once"
            23505 | ERROR: duplicate key value violates unique constraint "contact_ordinal_once"
            23505 | Unique index or primary key violation: "PUBLIC.PAIRING_ONCE_INDEX_2 ON PUBLIC.PAIRING(OPEN_KEY) VALUES ('a b')"
            23503 | ERROR: insert or update on table "act_ru_variable" violates foreign key constraint "act_fk_var_exe"
            23506 | Referential integrity constraint violation: "ACT_FK_VAR_EXE: PUBLIC.ACT_RU_VARIABLE FOREIGN KEY(EXECUTION_ID_)"
            40001 | Deadlock detected. The current transaction was rolled back.
            40P01 | ERROR: deadlock detected
            55P03 | ERROR: could not obtain lock on row in relation "monitor"
            HYT00 | Timeout trying to lock table "PAIRING"
            """)
    void what_two_at_once_can_meet_is_a_conflict(String state, String message) {
        SQLException refused = new SQLException(message, state);

        assertThat(Conflicts.among(new ProcessEngineException("x", new RuntimeException(refused))))
                .isTrue();
        assertThat(Conflicts.atKey(refused)).isEqualTo(state.equals("23505"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            23505 | ERROR: duplicate key value violates unique constraint "person_pkey"
            23505 | Unique index or primary key violation: "PUBLIC.PERSON_KEY_8 ON PUBLIC.PERSON(ID) VALUES ('x_once')"
            23503 | ERROR: insert or update on table "step" violates foreign key constraint "step_number_fkey"
            22001 | ERROR: value too long for type character varying(20)
            23502 | ERROR: null value in column "sender" of relation "submission_once" violates not-null constraint
            """)
    void what_is_the_products_mistake_is_none(String state, String message) {
        SQLException refused = new SQLException(message, state);

        assertThat(Conflicts.among(new DataIntegrityViolationException("x", refused)))
                .isFalse();
        assertThat(Conflicts.among(new NullPointerException("somewhere else"))).isFalse();
    }

    /** The engine's own words, when a timer's commit fell between reading a task and reading its execution. */
    @Test
    void a_claim_into_which_a_timers_commit_fell_is_a_conflict() {
        assertThat(Conflicts.among(new ProcessEngineException(
                        "x", new PvmException("cannot set variable: execution 17: it has no current activity"))))
                .isTrue();
        assertThat(Conflicts.among(
                        new NullPointerException("Cannot invoke \"ScopeImpl.isScope()\" because it is null")))
                .isTrue();
        assertThat(Conflicts.among(new PvmException("something else"))).isFalse();
    }

    @Test
    void a_version_that_somebody_else_has_raised_is_a_conflict() {
        assertThat(Conflicts.among(new RuntimeException(new OptimisticLockingFailureException("x"))))
                .isTrue();
    }
}
