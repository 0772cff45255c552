package org.shangda.numbering;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Numbers that say nothing about what they stand for and cannot be guessed: kind, year and 40 random bits. */
@Component
public class CaseNumbers {

    /** Without I, L, O and U, which are misread on paper and on the telephone. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CaseNumbers(Clock clock) {
        this.clock = clock;
    }

    /** @param kind two letters, for example {@code SD}: SD26-7K2M9QXA */
    public String next(String kind) {
        StringBuilder number =
                new StringBuilder("%s%02d-".formatted(kind, LocalDate.now(clock).getYear() % 100));
        for (int i = 0; i < 8; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
