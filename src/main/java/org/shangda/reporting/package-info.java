/** 总结与报表: what is summed up and printed from what was recorded. Reads the other modules and changes none. */
package org.shangda.reporting;
