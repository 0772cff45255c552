package org.shangda.university.web;

import java.security.Principal;
import java.time.LocalDate;
import org.shangda.university.Absences;
import org.shangda.university.Absences.Board;
import org.shangda.university.Absences.End;
import org.shangda.university.Absences.Entry;
import org.shangda.university.Absences.Shown;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leave: one's own, and that of the people of one's units. */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {

    private final Absences absences;

    AbsenceController(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    Board board(Principal caller) {
        return absences.board(caller.getName());
    }

    /** 409 when the person is away on one of the days already. */
    @PostMapping
    Shown enter(@RequestBody Entry entry, Principal caller) {
        return absences.enter(caller.getName(), entry);
    }

    /** Ends it earlier. */
    @PostMapping("/{person}/{firstDay}/end")
    Shown end(
            @PathVariable String person,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate firstDay,
            @RequestBody End end,
            Principal caller) {
        return absences.end(caller.getName(), person, firstDay, end);
    }

    @DeleteMapping("/{person}/{firstDay}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String person,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate firstDay,
            Principal caller) {
        absences.delete(caller.getName(), person, firstDay);
    }
}
