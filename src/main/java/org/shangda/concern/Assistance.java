package org.shangda.concern;

import java.time.Instant;
import java.util.List;
import org.shangda.programme.PracticeDays;
import org.shangda.refusal.Inputs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 协办: other units are asked for their opinion, and give it to the lead unit. */
@Service
@Transactional
public class Assistance {

    private final Opinions opinions;
    private final Steps steps;
    private final LevelClock clock;
    private final Inputs inputs;

    Assistance(Opinions opinions, Steps steps, LevelClock clock, Inputs inputs) {
        this.opinions = opinions;
        this.steps = steps;
        this.clock = clock;
        this.inputs = inputs;
    }

    void ask(Handling lead, List<String> units, String question) {
        Instant due = due(lead);
        units.forEach(unit -> opinions.save(new Opinion(lead, unit, question, clock.now(), due)));
    }

    /** In time for the lead, as far as it has any left. */
    private Instant due(Handling lead) {
        Instant practice = clock.within(PracticeDays.What.OPINION_WITHIN, lead.counting());
        Instant level = lead.terms().dueAt();
        return level != null && level.isAfter(clock.now()) && level.isBefore(practice) ? level : practice;
    }

    /** A unit that was asked to assist gives its opinion. */
    public void giveOpinion(String workItem, String person, Paper paper) {
        inputs.check(paper);
        Opinion opinion = opinions.findByWorkItem(workItem).orElseThrow(Visits::taskGone);
        opinion.give(paper.words(), person, clock.now());
        Concern concern = opinion.handling().concern();
        steps.save(Step.of(concern, Step.Kind.OPINION, clock.now())
                .in(opinion.handling())
                .unit(opinion.unit())
                .by(person)
                .words(paper.words()));
    }
}
