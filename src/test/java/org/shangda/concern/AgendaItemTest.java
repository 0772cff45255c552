package org.shangda.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.shangda.concern.AgendaItem.State;
import org.shangda.refusal.Refusal;
import org.springframework.context.MessageSourceResolvable;

/** 议题: each step is taken where it may be, and is refused elsewhere with where the item stands. */
class AgendaItemTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate MEETING = LocalDate.of(2026, 3, 20);
    private static final LocalDate NEXT = LocalDate.of(2026, 4, 7);

    private static final Agenda.Decision DECISION =
            new Agenda.Decision("decided", "列入计划。", "hqc", MEETING, null, null, null, null);

    private static final Map<String, Consumer<AgendaItem>> STEPS = Map.of(
            "change", item -> item.says(new AgendaDraft("周转房", "hqc", null, null, null, "增加")),
            "submit", item -> item.submit("xiexin", NOW),
            "sign", item -> item.sign("guoaimin", NOW),
            "send back", item -> item.sendBack("请补充。"),
            "undo", item -> item.undo(false),
            "rule", item -> item.ruled(Ruling.DECIDED, DECISION, null, "xiexin", NOW));

    private static final Map<State, List<String>> OPEN = Map.of(
            State.LISTED, List.of("change", "submit", "undo"),
            State.SUBMITTED, List.of("sign", "send back"),
            State.SIGNED, List.of("rule"),
            State.DECIDED, List.of(),
            State.REFUSED, List.of(),
            State.UNDONE, List.of());

    private static AgendaItem item() {
        return new AgendaItem(List.of(new AgendaPart(1L, "SD26-1", null)), MEETING, "xiexin", NOW);
    }

    private static AgendaItem in(State state) {
        AgendaItem item = item();
        switch (state) {
            case LISTED -> {
                // it begins there
            }
            case SUBMITTED -> item.submit("xiexin", NOW);
            case UNDONE -> item.undo(false);
            default -> {
                item.submit("xiexin", NOW);
                item.sign("guoaimin", NOW);
                if (state != State.SIGNED) {
                    Ruling ruling = state == State.DECIDED ? Ruling.DECIDED : Ruling.REFUSED;
                    item.ruled(ruling, DECISION, null, "xiexin", NOW);
                }
            }
        }
        assertThat(item.state()).isEqualTo(state);
        return item;
    }

    @Test
    void each_step_is_open_where_it_may_be_taken_and_refused_elsewhere_with_where_the_item_stands() {
        SoftAssertions softly = new SoftAssertions();
        OPEN.forEach((state, open) -> STEPS.forEach((name, step) -> {
            if (open.contains(name)) {
                softly.assertThatCode(() -> step.accept(in(state)))
                        .as(name + " of " + state)
                        .doesNotThrowAnyException();
            } else {
                softly.assertThatThrownBy(() -> step.accept(in(state)))
                        .as(name + " of " + state)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refused -> assertThat(((MessageSourceResolvable) refused.arguments()[0]).getCodes())
                                        .containsExactly("agenda.state." + state));
            }
        }));
        softly.assertAll();
    }

    @Test
    void what_is_put_off_stays_on_the_docket_that_put_it_off_and_is_to_be_signed_anew() {
        AgendaItem item = in(State.SIGNED);

        item.ruled(Ruling.LATER, DECISION.withoutUnit(), NEXT, "xiexin", NOW);

        assertThat(item.state()).isEqualTo(State.LISTED);
        assertThat(item.hearings()).extracting(Hearing::meetsOn).containsExactly(MEETING, NEXT);
        assertThat(item.hearings()).extracting(Hearing::ruling).containsExactly(Ruling.LATER, null);
        assertThatThrownBy(item::requireSigned).isInstanceOf(Refusal.class);
    }

    @Test
    void an_item_of_which_nobody_is_left_can_be_undone_when_it_is_signed() {
        AgendaItem item = in(State.SIGNED);

        item.undo(true);

        assertThat(item.state()).isEqualTo(State.UNDONE);
    }

    @Test
    void what_was_sent_back_says_why_until_it_is_submitted_anew() {
        AgendaItem item = in(State.SUBMITTED);
        item.sendBack("请补充经费。");
        assertThat(item.hearing().sentBack()).isEqualTo("请补充经费。");

        item.submit("xiexin", NOW);

        assertThat(item.hearing().sentBack()).isNull();
    }
}
