/** What is printed and handed round: how a page looks, and which figures must not be on it. */
package org.shangda.paper;
