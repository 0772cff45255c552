package org.shangda.pairing.process;

import java.util.Map;
import java.util.Set;
import org.shangda.engine.StartForm;
import org.shangda.pairing.ChangeService;
import org.shangda.pairing.ChangeService.Change;
import org.springframework.stereotype.Component;

/** 「调整或结束结对」. */
@Component
class ChangeForm implements StartForm<Change> {

    private final ChangeService changes;

    ChangeForm(ChangeService changes) {
        this.changes = changes;
    }

    @Override
    public String id() {
        return "change-pair";
    }

    @Override
    public String process() {
        return PairingChange.PROCESS;
    }

    @Override
    public Class<Change> values() {
        return Change.class;
    }

    @Override
    public Set<String> mayLack() {
        return Set.of("thanks");
    }

    @Override
    public Started submit(String caller, Change change) {
        return new Started(changes.change(caller, change), Map.of());
    }
}
