package org.shangda.pairing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.university.Office;

/** Who is to carry a pair, or carries it, for which post; who carried it when, and who is not to be named. */
@Embeddable
class Carrying {

    private String carrier;
    private String officeUnit;
    private String officeRole;
    private String officeTitle;
    private String passedOver = "";

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "number", nullable = false, updatable = false)
    @OrderBy("id")
    private List<CarrierPeriod> periods = new ArrayList<>();

    /**
     * @param person staff number, or null for nobody
     * @param office the post that the duty follows, or null
     */
    void by(String person, Office office) {
        carrier = person;
        officeUnit = office == null ? null : office.unit();
        officeRole = office == null ? null : office.role();
        officeTitle = office == null ? null : office.title();
    }

    /** Somebody else is to be found than whoever was named. */
    void release() {
        if (carrier != null) {
            passOver(carrier);
        }
        by(null, null);
    }

    void passOver(String person) {
        passedOver = passedOver.isEmpty() ? person : passedOver + "," + person;
    }

    /** From this day on the contacts are owed. */
    void begin(LocalDate day) {
        periods.add(new CarrierPeriod(carrier, day));
    }

    /** @param day first one without it */
    void end(LocalDate day) {
        periods.stream().filter(CarrierPeriod::lasts).forEach(period -> period.end(day));
    }

    /** The duty still follows the post, whose holder is gone. */
    void vacate(LocalDate day) {
        end(day);
        carrier = null;
    }

    /** Whoever carried it last does so again. */
    void resume(LocalDate day) {
        carrier = last();
        begin(day);
    }

    String last() {
        return periods.get(periods.size() - 1).person();
    }

    String carrier() {
        return carrier;
    }

    Office office() {
        return officeUnit == null ? null : new Office(officeUnit, officeRole, officeTitle);
    }

    Set<String> passedOver() {
        return Arrays.stream(passedOver.split(","))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<CarrierPeriod> periods() {
        return List.copyOf(periods);
    }
}
