/** What codes are called on screen, and the lists that forms offer: data that an administrator edits. */
package org.shangda.words;
