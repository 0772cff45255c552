package org.shangda.engine.door;

import java.util.List;

/** Sees what is seen only when diagrams are run: they lead elsewhere than they say. */
public interface Walker {

    Walker NOBODY = (proposed, inForce) -> List.of();

    /** @return what stumbles if the proposal is in force, and does not stumble now */
    List<Finding> walk(Proposal proposed, Proposal inForce);
}
