package org.shangda.notification;

import java.util.Optional;

/** Who is not on the roster and signs in all the same: an operator, the administrator. */
public interface Accounts {

    /** The e-mail address that the account has in Admin. */
    Optional<String> address(String user);
}
