/** What people are asked to do: a description of every kind of work, and to whom a piece of it is offered. */
package org.shangda.work;
