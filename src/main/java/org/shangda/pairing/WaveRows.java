package org.shangda.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.shangda.pairing.ListReader.Column;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.tables.Dates;
import org.shangda.tables.Unreadable;
import org.shangda.university.People;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Reads rows of pairs as people write them: whom they mean, and under which category. */
@Component
class WaveRows {

    private final Forming forming;
    private final Designations designations;
    private final Census census;
    private final People people;
    private final University university;
    private final PairLabels labels;

    WaveRows(
            Forming forming,
            Designations designations,
            Census census,
            People people,
            University university,
            PairLabels labels) {
        this.forming = forming;
        this.designations = designations;
        this.census = census;
        this.people = people;
        this.university = university;
        this.labels = labels;
    }

    /** A pair that was there before, as it stands in a list. */
    WaveRow existing(Wave wave, String caller, Arranger arranger, ListReader.Row row) {
        Partner partner = partner(wave, row.text(Column.COLLEAGUE), category(wave, row));
        Person carrier = people.meant(row.text(Column.CARRIER), "partner");
        forming.requireArranger(wave.programme(), wave.relation(), carrier, partner, arranger);
        if (partner.colleague() != null && !row.text(Column.CATEGORY).isEmpty()) {
            designate(
                    caller, wave.unit(), university.person(partner.colleague()).orElseThrow(), partner.category());
        }
        return new WaveRow(partner.key(), carrier.id(), partner.category(), since(row.text(Column.SINCE)), true);
    }

    LocalDate since(String written) {
        return Dates.read(written == null ? "" : written)
                .filter(day -> !day.isAfter(census.today()))
                .orElseThrow(() -> Refusal.invalid("pairing.since"));
    }

    List<ListReader.Row> pasted(String pasted, List<Column> order) {
        try {
            return ListReader.pasted(pasted, order);
        } catch (Unreadable unreadable) {
            throw Refusal.invalid(unreadable.code(), unreadable.arguments());
        }
    }

    /** As the table's code or as its name; empty for what the person is found to be, or everybody else. */
    String category(Wave wave, ListReader.Row row) {
        return category(wave, row.text(Column.CATEGORY));
    }

    String category(Wave wave, String written) {
        if (written == null || written.isEmpty()) {
            return "";
        }
        if (written.equals(Designation.TALENT) || written.equals(labels.postInChinese(Designation.TALENT))) {
            return Designation.TALENT;
        }
        return census.categories(wave.programme(), wave.relation()).stream()
                .filter(code ->
                        code.equals(written) || labels.categoryInChinese(code).equals(written))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("pairing.category-unknown", written));
    }

    /** 「党员高层次人才」 is found of members, every other category of those who are to be linked. */
    void designate(String caller, String college, Person person, String category) {
        if (category.isEmpty()) {
            throw Refusal.invalid("text.missing", Inputs.label("category"));
        }
        if (university
                .collegeOf(person.branch())
                .map(Unit::code)
                .filter(college::equals)
                .isEmpty()) {
            throw Refusal.invalid("pairing.not-of-the-college", person.name());
        }
        boolean known = designations.findByPerson(person.id()).stream()
                .anyMatch(one -> one.category().equals(category));
        if (!known) {
            designations.save(new Designation(person.id(), category, caller, census.today()));
        }
    }

    Partner partner(Wave wave, String typed, String category) {
        if (wave.relation() == Relation.LEADER_BRANCH) {
            Unit branch = university.named(typed).units().stream()
                    .filter(unit -> unit.kind().equals("branch"))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("university.name-unknown", typed));
            return census.partner(branch);
        }
        Person person = people.meant(typed, "partner");
        return category.isEmpty()
                ? census.partner(person, wave.programme(), wave.relation())
                        .orElseThrow(() -> Refusal.invalid("pairing.category-not-given"))
                : census.partner(person, category);
    }

    /** So that a refusal names the row. */
    static <T> T inRow(int number, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            throw refused.inRow(number);
        }
    }
}
