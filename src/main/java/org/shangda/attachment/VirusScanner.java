package org.shangda.attachment;

import java.io.InputStream;
import org.shangda.refusal.Refusal;

/** Asked about every upload, before anything else looks into it. */
interface VirusScanner {

    /** @throws Refusal when something was found, or when nobody can say */
    void refuseInfected(InputStream content);
}
