package org.shangda.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets what the demonstration tells happen at the time at which it is said to have happened. */
@Component
@Profile("demo")
public class DemoTime {

    private volatile Instant told;

    /** From now on it is then, for everybody who asks the product's clock. */
    public void is(Instant then) {
        told = then;
    }

    public void isNow() {
        told = null;
    }

    public Clock over(Clock real) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return real.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return over(real.withZone(zone));
            }

            @Override
            public Instant instant() {
                Instant then = told;
                return then == null ? real.instant() : then;
            }
        };
    }
}
