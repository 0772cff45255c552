package org.shangda.reporting;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Numbers that say nothing about a summary and cannot be guessed: SU, the year and 40 random bits. */
@Component
class SummaryNumbers {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Semesters semesters;
    private final SecureRandom random = new SecureRandom();

    SummaryNumbers(Semesters semesters) {
        this.semesters = semesters;
    }

    String next() {
        StringBuilder number =
                new StringBuilder("SU%02d-".formatted(semesters.today().getYear() % 100));
        for (int i = 0; i < 8; i++) {
            number.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
