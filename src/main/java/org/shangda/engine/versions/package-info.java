/**
 * Diagrams, tables and forms over time: what is in force, what it says other than what is shipped, how it came there, how a
 * new version of the product and an administrator's changes become one.
 */
@NamedInterface("versions")
package org.shangda.engine.versions;

import org.springframework.modulith.NamedInterface;
