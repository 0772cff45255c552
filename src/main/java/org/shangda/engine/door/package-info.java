/**
 * What a diagram, a table or a form must be like to be deployed: first an allow-list of elements and attributes, so that
 * nothing passes by being forgotten, then rules over everything that would be in force.
 */
@NamedInterface("door")
package org.shangda.engine.door;

import org.springframework.modulith.NamedInterface;
