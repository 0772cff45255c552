/** 《提请学校研究事项汇总表》 as Word and Excel, without the name of anybody but of the one who signs it (M24, Z27; adr/0081). */
package org.shangda.agenda;
