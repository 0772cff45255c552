/** Running cases: the versions of their diagrams, suspending and resuming them, steps that are tried again. */
@NamedInterface("running")
package org.shangda.engine.running;

import org.springframework.modulith.NamedInterface;
