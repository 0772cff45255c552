package org.shangda.concern.process;

import java.util.Map;
import org.shangda.concern.CollectingService;
import org.shangda.concern.CollectingService.Collection;
import org.shangda.engine.StartForm;
import org.springframework.stereotype.Component;

/** 「登记收集的事项」. */
@Component
class CollectForm implements StartForm<Collection> {

    private final CollectingService collecting;

    CollectForm(CollectingService collecting) {
        this.collecting = collecting;
    }

    @Override
    public String id() {
        return "collect-concerns";
    }

    @Override
    public String process() {
        return ConcernCollection.PROCESS;
    }

    @Override
    public Class<Collection> values() {
        return Collection.class;
    }

    @Override
    public Started submit(String caller, Collection collection) {
        return new Started(collecting.collect(caller, collection), Map.of());
    }
}
