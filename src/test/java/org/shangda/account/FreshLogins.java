package org.shangda.account;

import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.context.event.annotation.BeforeTestClass;
import org.springframework.test.util.ReflectionTestUtils;

/** Every class begins as if nobody had tried a wrong password: time stands still in tests, and waiting would not end. */
@TestComponent
public class FreshLogins {

    private final WrongPasswords tries;

    FreshLogins(WrongPasswords tries) {
        this.tries = tries;
    }

    @BeforeTestClass
    public void forget() {
        for (String kept : new String[] {"places", "accounts"}) {
            ((Map<?, ?>) ReflectionTestUtils.getField(tries, kept)).clear();
        }
    }
}
