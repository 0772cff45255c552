package org.shangda.engine;

import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.shangda.numbering.Digest;

/** What changes whenever an account's password is set, on whichever node; it is no help in guessing the password. */
final class PasswordStamp {

    private PasswordStamp() {}

    static String of(UserEntity account) {
        return Digest.of(account.getSalt() + account.getPassword());
    }
}
