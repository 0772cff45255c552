/** 停滞事项: what stands still, why, and who can unblock it; and the proof that nothing else does. Changes nothing. */
package org.shangda.monitoring;
