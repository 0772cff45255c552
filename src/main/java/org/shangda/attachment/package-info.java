/** Photos and documents that people add to a case: checked by content, kept clean, thrown away when nobody uses them. */
package org.shangda.attachment;
