package org.shangda.concern.process;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;

/** How a concern comes to where the colleague or the college in charge has something to say. */
abstract class FollowedCases {

    @Autowired
    Cases cases;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    String after(String level, String person, String exit, Map<String, Object> more) {
        String number = cases.at(level, "problem");
        cases.exit(person, number, exit, more);
        return number;
    }
}
