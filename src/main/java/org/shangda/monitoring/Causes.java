package org.shangda.monitoring;

import java.util.List;

/** The rules of some causes. Every cause has exactly one among all of them. */
public interface Causes {

    List<CauseRule> rules();
}
