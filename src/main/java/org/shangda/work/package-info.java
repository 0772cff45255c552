/** What people are asked to do, and in the course of what: every kind of work, every process, and to whom they are open. */
package org.shangda.work;
