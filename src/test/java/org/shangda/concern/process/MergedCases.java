package org.shangda.concern.process;

import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;

import java.util.List;
import java.util.Map;
import org.shangda.Cases;
import org.shangda.concern.Merging;
import org.shangda.concern.Merging.Selection;
import org.shangda.concern.Merging.Similar;
import org.springframework.boot.test.context.TestComponent;

/** Puts concerns together as their handlers do. */
@TestComponent
public class MergedCases {

    private final Cases cases;
    private final Merging merging;

    MergedCases(Cases cases, Merging merging) {
        this.cases = cases;
        this.merging = merging;
    }

    /** A concern of another colleague than that of {@link Cases#at}. */
    public String ofMember(String key, Object value) {
        return cases.raise(MEMBER, Cases.concernWith(key, value));
    }

    public String ofMember() {
        return ofMember("travel", "named");
    }

    public List<Similar> merge(String person, String leading, String... others) {
        return cases.as(person, () -> merging.merge(leading, person, new Selection(List.of(others))));
    }

    public List<Similar> apart(String person, String leading, String... others) {
        return cases.as(person, () -> merging.apart(leading, person, new Selection(List.of(others))));
    }

    public List<Similar> similar(String person, String leading) {
        return cases.as(person, () -> merging.similar(leading, person));
    }

    /** Two in the branch, of two colleagues, handled together. @return the leading one, and the other one */
    public List<String> twoInTheBranch() {
        String leading = cases.raise(COLLEAGUE, Cases.concern());
        String other = ofMember();
        merge(SECRETARY, leading, other);
        return List.of(leading, other);
    }

    /** The same two, at the department to which the college passed them. */
    public List<String> twoAtTheDepartment() {
        List<String> two = twoInTheBranch();
        cases.exit(SECRETARY, two.get(0), "pass-up");
        cases.exit(COLLEGE_CLERK, two.get(0), "pass-up", Map.of("unit", DEPARTMENT));
        cases.approve(Cases.COLLEGE_HEAD, two.get(0));
        return two;
    }
}
