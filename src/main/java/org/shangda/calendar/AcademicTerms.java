package org.shangda.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The academic terms that are known. They do not overlap; between two of them lies a vacation. */
public interface AcademicTerms {

    /** The term in which a day lies, empty between terms and where none is loaded. */
    Optional<Term> on(LocalDate day);

    Optional<Term> term(String code);

    /** By first day. */
    List<Term> all();
}
