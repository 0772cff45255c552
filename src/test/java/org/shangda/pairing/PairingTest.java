package org.shangda.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.shangda.refusal.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A pairing guards its own transitions. */
class PairingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static Pairing asked() {
        Origin origin = new Origin(Relation.MEMBER_PERSON, "zhejiang", "other", Mode.MEMBER_ASKED, NOW);
        return new Pairing("PR26-1", origin, new Partner("chenyu", "jsj1", "jsj", false, "other"));
    }

    private static Pairing active() {
        Pairing pairing = asked();
        pairing.propose("sunyan", null, NOW);
        pairing.begin(DAY);
        return pairing;
    }

    private static void assertRefusedAs(PairingState state, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(((DefaultMessageSourceResolvable) refused.arguments()[0]).getCodes())
                    .containsExactly("pairing.state." + state.name());
        });
    }

    @Test
    void what_is_not_possible_now_is_refused_naming_the_present_state() {
        Pairing pairing = active();
        assertRefusedAs(PairingState.ACTIVE, pairing::decline);
        assertRefusedAs(PairingState.ACTIVE, () -> pairing.begin(DAY));
        assertRefusedAs(PairingState.ACTIVE, () -> pairing.withdraw(Reason.TAKEN_BACK));
        assertRefusedAs(PairingState.ACTIVE, pairing::seek);
        pairing.end(DAY.plusDays(10), "fulfilled", null);
        assertRefusedAs(PairingState.ENDED, () -> pairing.end(DAY, "fulfilled", null));
        assertRefusedAs(PairingState.ENDED, () -> pairing.rest(new Leave(DAY, DAY)));
        assertRefusedAs(PairingState.ENDED, () -> pairing.passTo("limei", null, DAY));
    }

    @Test
    void the_former_carriers_share_stays_on_record() {
        Pairing pairing = active();
        pairing.vacate(DAY.plusDays(5));
        assertThat(pairing.vacant()).isTrue();
        assertThat(pairing.pair().carrier()).isNull();
        pairing.passTo("limei", null, DAY.plusDays(9));
        pairing.end(DAY.plusDays(20), "fulfilled", null);

        assertThat(pairing.carriers()).extracting(CarrierPeriod::person).containsExactly("sunyan", "limei");
        assertThat(pairing.carriers()).extracting(CarrierPeriod::to).containsExactly(DAY.plusDays(5), DAY.plusDays(20));
    }

    @Test
    void a_pair_that_ends_on_its_first_day_lived_on_none() {
        Pairing pairing = active();
        pairing.end(DAY.minusDays(3), "fulfilled", null);
        assertThat(pairing.pair().livesOn(DAY)).isFalse();
        assertThat(pairing.ending().endedOn()).isEqualTo(DAY);
    }

    @Test
    void only_an_imported_pair_can_be_objected_to_and_only_in_time() {
        assertThatThrownBy(() -> active().object(DAY)).hasMessage("pairing.not-open-to-objection");
        Pairing imported = asked();
        imported.imported("sunyan", null, DAY.minusYears(1), NOW);
        imported.confirmed();
        assertThatThrownBy(() -> imported.object(DAY)).hasMessage("pairing.not-open-to-objection");
    }

    @Test
    void Z09_two_declines_and_nobody_asks_for_a_year() {
        Willingness willing = new Willingness("chenyu");
        willing.declined(DAY);
        assertThat(willing.pausedOn(DAY)).isFalse();
        willing.declined(DAY.plusMonths(1));
        assertThat(willing.pausedOn(DAY.plusMonths(13).minusDays(1))).isTrue();
        assertThat(willing.pausedOn(DAY.plusMonths(13))).isFalse();
        // A year later it begins anew.
        willing.declined(DAY.plusMonths(14));
        assertThat(willing.pausedOn(DAY.plusMonths(14))).isFalse();
        willing.asks();
        assertThat(willing.hasDeclined()).isFalse();
    }
}
