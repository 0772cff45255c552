package org.shangda.university;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shangda.ShippedWords;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterReport.Outcome;

/** A university of three units and two people, to which tests add what is wrong or odd. */
abstract class SmallRoster {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    static final String UNITS = """
            单位代码,单位名称,单位类型,上级单位代码,校区,办公电话,值班电话
            u,大学,学校,,east,,
            c,学院党委,院级党组织,u,,,
            b,一支部,党支部,c,west,,
            """;
    static final String PEOPLE = """
            工号,姓名,所在党支部代码,是否党员,职务单位代码,职务,任职日期,免职日期,电子邮箱,联系电话
            top,校领导,b,是,u,校长,,,,
            zhang,张伟,b,是,b,书记,2025-01-01,,zhang@example.org,0500-8888 0001
            """;

    /** What the last plan says. */
    List<RosterReport.Row> rows;

    /** What the roster becomes; null when nothing can be made of it. */
    Roster after;

    static RosterFile csv(Part part, String text) {
        return Tables.csv(part, text);
    }

    void plan(RosterFile... given) {
        planOn(Roster.EMPTY, given);
    }

    void planOn(Roster before, RosterFile... given) {
        RosterFiles read = new RosterFiles(List.of(given));
        rows = new ArrayList<>(read.remarks());
        after = null;
        if (new RosterReport(false, rows).clean()) {
            RosterPlan plan = new RosterPlan(
                    before,
                    read.units(),
                    read.people(),
                    TODAY,
                    new PostTitles(Map.of()),
                    new UnitKinds(ShippedWords.words()));
            rows.addAll(plan.rows());
            after = plan.after();
        }
    }

    void assertAccepted() {
        assertThat(rows).noneMatch(row -> row.outcome() == Outcome.PROBLEM);
    }

    void assertRefused(int number, String code, Object... arguments) {
        assertThat(rows).filteredOn(row -> row.outcome() == Outcome.PROBLEM).anySatisfy(row -> {
            assertThat(row.number()).isEqualTo(number);
            assertThat(row.code()).isIn("university.roster." + code, "tables." + code);
            assertThat(row.arguments()).containsAll(List.of(arguments));
        });
    }
}
