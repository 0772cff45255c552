/** Numbers of cases, and what bears one. */
package org.shangda.numbering;
