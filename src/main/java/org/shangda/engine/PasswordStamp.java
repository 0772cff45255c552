package org.shangda.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** What changes whenever an account's password is set, on whichever node; it is no help in guessing the password. */
final class PasswordStamp {

    private PasswordStamp() {}

    static String of(UserEntity account) {
        try {
            String stored = account.getSalt() + account.getPassword();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
