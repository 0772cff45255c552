package org.shangda.calendar.web;

import java.util.List;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.CalendarUpkeep;
import org.shangda.calendar.CalendarYear;
import org.shangda.calendar.Term;
import org.shangda.calendar.Vacation;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The calendar's days; everybody may read them, administrators load files. */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private final CalendarUpkeep upkeep;
    private final AcademicTerms terms;

    CalendarController(CalendarUpkeep upkeep, AcademicTerms terms) {
        this.upkeep = upkeep;
        this.terms = terms;
    }

    /** @param year 2000 to 2099 */
    @GetMapping
    CalendarYear year(@RequestParam int year) {
        return upkeep.year(year);
    }

    /** All that are known, by first day. */
    @GetMapping("/terms")
    List<Term> terms() {
        return terms.all();
    }

    @PostMapping(path = "/notices", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CalendarYear loadNotice(@RequestPart MultipartFile file) {
        return upkeep.loadNotice(file);
    }

    @PostMapping(path = "/vacations", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<Vacation> loadVacations(@RequestPart MultipartFile file) {
        return upkeep.loadVacations(file);
    }

    @PostMapping(path = "/terms", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<Term> loadTerms(@RequestPart MultipartFile file) {
        return upkeep.loadTerms(file);
    }
}
