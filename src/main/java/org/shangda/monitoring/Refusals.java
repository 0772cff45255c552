package org.shangda.monitoring;

import org.shangda.refusal.Refusal;

/** What a failure is to whoever caused it: one row of many fails, and the others go on. */
public interface Refusals {

    /** Also reports what nobody expected, and then says under which number. */
    Refusal of(RuntimeException failure);
}
