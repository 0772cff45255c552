/** Running cases and the versions of their diagrams. */
package org.shangda.engine.running;
