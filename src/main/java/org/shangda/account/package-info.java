/** Logins: who waits after wrong passwords, which browsers are known, who set whose password, and in which language people are written to. */
package org.shangda.account;
