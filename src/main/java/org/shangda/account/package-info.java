/** Logins: who waits after wrong passwords, which browsers are known, and who set whose password. */
package org.shangda.account;
