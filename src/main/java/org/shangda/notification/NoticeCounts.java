package org.shangda.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Locale;
import org.shangda.notification.Outbox.State;
import org.springframework.stereotype.Component;

/** The metric {@code shangda.notices}: how many wait, have failed, or have no address to go to. */
@Component
class NoticeCounts implements MeterBinder {

    private final Outbox outbox;

    NoticeCounts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (State state : List.of(State.WAITING, State.FAILED, State.NO_ADDRESS)) {
            Gauge.builder("shangda.notices", () -> outbox.count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry);
        }
    }
}
