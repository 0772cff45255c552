package org.shangda.concern.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.shangda.concern.AgendaDesk;
import org.shangda.concern.AgendaDesk.Change;
import org.shangda.concern.AgendaPages;
import org.shangda.concern.AgendaPages.Office;
import org.shangda.concern.AgendaPages.Own;
import org.shangda.concern.AgendaSheets;
import org.shangda.concern.Dockets;
import org.shangda.concern.Dockets.Meeting;
import org.shangda.concern.Dockets.SentBack;
import org.shangda.concern.Merging.Selection;
import org.shangda.paper.SavedFile;
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

/** The university's agenda over HTTP: for the office that collects it, and for the units that carry out what was decided. */
@RestController
@RequestMapping("/api/agenda")
class AgendaController {

    private final AgendaPages pages;
    private final AgendaDesk desk;
    private final Dockets dockets;
    private final AgendaSheets sheets;

    AgendaController(AgendaPages pages, AgendaDesk desk, Dockets dockets, AgendaSheets sheets) {
        this.pages = pages;
        this.desk = desk;
        this.dockets = dockets;
        this.sheets = sheets;
    }

    /** What is to be collected, the items and the meetings; 404 for who is not of the office. */
    @GetMapping
    Office office(Principal caller) {
        return pages.office(caller.getName());
    }

    /** The items that the caller's units carry out; 404 for who answers for no unit. */
    @GetMapping("/own")
    List<Own> own(Principal caller) {
        return pages.own(caller.getName());
    }

    /** @param id of the item */
    record Collected(Long id) {}

    @PostMapping("/items")
    @ResponseStatus(HttpStatus.CREATED)
    Collected collect(@RequestBody Selection selection, Principal caller) {
        return new Collected(desk.collect(caller.getName(), selection));
    }

    @PostMapping("/items/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable long id, @RequestBody Change change, Principal caller) {
        desk.change(caller.getName(), id, change);
    }

    @PostMapping("/items/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable long id, Principal caller) {
        desk.undo(caller.getName(), id);
    }

    @PostMapping("/meetings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody Meeting meeting, Principal caller) {
        dockets.addMeeting(caller.getName(), meeting);
    }

    @DeleteMapping("/meetings/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void strikeOut(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Principal caller) {
        dockets.strikeOut(caller.getName(), day);
    }

    /** To the head, for signature. */
    @PostMapping("/meetings/{day}/submit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void submit(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Principal caller) {
        dockets.submit(caller.getName(), day);
    }

    @PostMapping("/meetings/{day}/sign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Principal caller) {
        dockets.sign(caller.getName(), day);
    }

    @PostMapping("/meetings/{day}/send-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendBack(
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestBody SentBack back, Principal caller) {
        dockets.sendBack(caller.getName(), day, back);
    }

    /** 《提请学校研究事项汇总表》 of a meeting, after it with what came of it. */
    @GetMapping("/meetings/{day}/sheet.docx")
    SavedFile word(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Principal caller) {
        return SavedFile.word("agenda-" + day, sheets.word(caller.getName(), day));
    }

    @GetMapping("/meetings/{day}/sheet.xlsx")
    SavedFile excel(@PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, Principal caller) {
        return SavedFile.excel("agenda-" + day, sheets.excel(caller.getName(), day));
    }
}
