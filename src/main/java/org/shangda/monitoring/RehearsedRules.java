package org.shangda.monitoring;

import java.util.function.Supplier;

/** Puts a table into force for as long as something is asked, and takes it back. */
public interface RehearsedRules {

    /**
     * What is answered while the table is in force; nobody else sees it so.
     *
     * @param file its name, as it would be deployed
     * @throws org.shangda.refusal.Refusal when it may not be deployed
     */
    <T> T with(String file, byte[] content, Supplier<T> asked);
}
