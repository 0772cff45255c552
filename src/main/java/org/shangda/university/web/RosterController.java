package org.shangda.university.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shangda.university.RosterFile;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterImport;
import org.shangda.university.RosterImport.Last;
import org.shangda.university.RosterImport.Terms;
import org.shangda.university.RosterReport;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/roster")
class RosterController {

    private final RosterImport roster;
    private final MessageSource messages;

    RosterController(RosterImport roster, MessageSource messages) {
        this.roster = roster;
        this.messages = messages;
    }

    /** The last import; 204 when there is none on record. */
    @GetMapping("/last")
    ResponseEntity<Last> last() {
        return roster.last()
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /**
     * Imports the roster, or rehearses it. A rehearsal answers 200 with its report whatever it finds; an import that
     * finds a problem stores nothing and answers 400 with the report in {@code report}. One that takes away more than
     * everyday answers 409 until {@code confirmed} has exactly the numbers of the report's {@code confirmation}.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> importRoster(
            @RequestPart(required = false) MultipartFile units,
            @RequestPart(required = false) MultipartFile people,
            @RequestPart(required = false) MultipartFile workbook,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) String confirmed,
            Authentication caller,
            Locale locale) {
        List<RosterFile> files = new ArrayList<>();
        add(files, Part.UNITS, units);
        add(files, Part.PEOPLE, people);
        add(files, Part.WORKBOOK, workbook);
        return answer(roster.run(files, new Terms(dryRun, confirmed, caller.getName())), dryRun, locale);
    }

    /** Undoes the last import, or rehearses that; 409 when there is none or something depends on it. */
    @PostMapping("/undo")
    ResponseEntity<?> undo(@RequestParam(defaultValue = "false") boolean dryRun, Authentication caller, Locale locale) {
        return answer(roster.undo(new Terms(dryRun, null, caller.getName())), dryRun, locale);
    }

    private ResponseEntity<?> answer(RosterReport report, boolean dryRun, Locale locale) {
        RosterReportView view = RosterReportView.of(report, dryRun, messages, locale);
        if (dryRun || report.stored()) {
            return ResponseEntity.ok(view);
        }
        return report.toConfirm()
                ? refused(HttpStatus.CONFLICT, "university.roster.unconfirmed", view, locale)
                : refused(HttpStatus.BAD_REQUEST, "university.roster.refused", view, locale);
    }

    private ResponseEntity<ProblemDetail> refused(
            HttpStatus status, String code, RosterReportView view, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(code, null, locale));
        problem.setTitle(messages.getMessage("web.title." + status.value(), null, locale));
        problem.setProperty("detailZh", messages.getMessage(code, null, Locale.SIMPLIFIED_CHINESE));
        problem.setProperty("detailEn", messages.getMessage(code, null, Locale.ENGLISH));
        problem.setProperty("code", code);
        problem.setProperty("report", view);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static void add(List<RosterFile> files, Part part, MultipartFile file) {
        if (file != null) {
            files.add(new RosterFile(part, file.getOriginalFilename(), file.getSize(), file));
        }
    }
}
