package org.shangda.account;

import java.util.Optional;

/** Where the present request comes from. */
public interface LoginOrigin {

    /** The client's network address; empty where nobody asks over the network. */
    Optional<String> address();

    /** The secret by which the client's browser can be known; empty where it has none. */
    Optional<String> browser();

    /**
     * The present request has shown that it knows the account's password.
     *
     * @param stamp what changes with the password
     */
    void proved(String account, String stamp);

    /** The present request is about to give the account, which is its own, another password. */
    void renewing(String account, String stamp);
}
