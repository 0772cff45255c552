package org.shangda.pairing;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Where a pairing stands. */
enum PairingState {
    /** A partner is to be chosen for the colleague, who has asked for one or for somebody else. */
    SOUGHT,
    /** The colleague is asked. */
    PROPOSED,
    /** The colleague agrees; the Party member is asked. */
    AGREED,
    /** A pair. */
    ACTIVE,
    /** The colleague declined. */
    DECLINED,
    /** The colleague does not want the pair that was imported. */
    OBJECTED,
    /** It came to nothing without the colleague having declined. */
    WITHDRAWN,
    /** Was a pair. */
    ENDED;

    static final Set<PairingState> OPEN =
            Arrays.stream(values()).filter(PairingState::open).collect(Collectors.toUnmodifiableSet());

    boolean open() {
        return this == SOUGHT || this == PROPOSED || this == AGREED || this == ACTIVE;
    }

    /** In the language of whoever reads the sentence. */
    MessageSourceResolvable label() {
        return new DefaultMessageSourceResolvable(new String[] {"pairing.state." + name()}, name());
    }
}
