/** Proposed diagrams walked through in an engine of their own: that an exit leads where its outcome says (adr/0038). */
@NamedInterface("walk")
package org.shangda.engine.door.walk;

import org.springframework.modulith.NamedInterface;
