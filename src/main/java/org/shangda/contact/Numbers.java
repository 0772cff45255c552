package org.shangda.contact;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Numbers that say nothing about what they stand for and cannot be guessed: the year and 40 random bits. */
@Component
class Numbers {

    static final String SHEET = "CD";
    static final String NOTE = "CN";
    static final String TALK = "ET";

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final ContactClock clock;
    private final SecureRandom random = new SecureRandom();

    Numbers(ContactClock clock) {
        this.clock = clock;
    }

    String next(String kind) {
        StringBuilder number = new StringBuilder(kind)
                .append("%02d".formatted(clock.today().getYear() % 100))
                .append('-');
        for (int i = 0; i < 8; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
