/** 已办 and 台账: what people and units have done and received, looked up and printed (adr/0064). Changes nothing. */
package org.shangda.register;
