package org.shangda.contact;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shangda.university.Answering;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Who follows up what somebody has missed, and who looks at it after them. */
@Component
class FollowUpLine {

    private final University university;
    private final ContactProperties properties;

    FollowUpLine(University university, ContactProperties properties) {
        this.university = university;
        this.properties = properties;
    }

    /** The branch; leaders by whoever arranges their contacts, their college or the Organization Department (J02, J06). */
    Answering followsUp(DutySheet sheet) {
        return answering(sheet, follower(sheet));
    }

    private String follower(DutySheet sheet) {
        boolean ofTheUniversity = university.officesOf(sheet.carrier()).stream()
                .anyMatch(office -> university
                        .unit(office.unit())
                        .filter(unit -> unit.parent() == null)
                        .isPresent());
        Stream<String> units = !sheet.isLeaders()
                ? Stream.of(sheet.branch(), sheet.college())
                : ofTheUniversity ? Stream.of() : Stream.of(sheet.college());
        return units.filter(unit -> unit != null).findFirst().orElse(properties.organizationDepartment());
    }

    /** The next on the line: branch, college, Organization Department, the university's head. */
    Answering looks(DutySheet sheet) {
        return answering(sheet, next(sheet));
    }

    private String next(DutySheet sheet) {
        String followed = follower(sheet);
        if (followed.equals(sheet.branch()) && sheet.college() != null) {
            return sheet.college();
        }
        if (!followed.equals(properties.organizationDepartment())) {
            return properties.organizationDepartment();
        }
        List<Unit> line = university.lineOf(followed);
        return line.get(line.size() - 1).code();
    }

    /** Nobody follows up their own. */
    private Answering answering(DutySheet sheet, String unit) {
        return university.handlersOf(unit, Set.of(sheet.carrier()));
    }
}
