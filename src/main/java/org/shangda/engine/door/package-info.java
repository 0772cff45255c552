/** What a diagram, a table or a form must be like to be deployed: an allow-list, so that nothing passes by being forgotten. */
package org.shangda.engine.door;
