package org.shangda.pairing.web;

import java.util.List;
import java.util.Locale;
import org.shangda.engine.Callers;
import org.shangda.pairing.CoverageView;
import org.shangda.pairing.CoverageView.Coverage;
import org.shangda.pairing.HandoverView;
import org.shangda.pairing.HandoverView.Handover;
import org.shangda.pairing.PairImport;
import org.shangda.pairing.PairingView;
import org.shangda.pairing.PairingView.College;
import org.shangda.pairing.PairingView.Item;
import org.shangda.pairing.PairsReport;
import org.shangda.pairing.ResumeService;
import org.shangda.pairing.ResumeService.Resumed;
import org.shangda.pairing.ShortageView;
import org.shangda.pairing.ShortageView.Shortage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pairs over HTTP: lists, coverage, hand-over, and the import of a college's existing pairs. */
@RestController
@RequestMapping("/api/pairings")
class PairingController {

    private final PairingView view;
    private final CoverageView coverage;
    private final ShortageView shortages;
    private final HandoverView handovers;
    private final PairImport importing;
    private final ResumeService resuming;
    private final MessageSource messages;

    PairingController(
            PairingView view,
            CoverageView coverage,
            ShortageView shortages,
            HandoverView handovers,
            PairImport importing,
            ResumeService resuming,
            MessageSource messages) {
        this.view = view;
        this.coverage = coverage;
        this.shortages = shortages;
        this.handovers = handovers;
        this.importing = importing;
        this.resuming = resuming;
        this.messages = messages;
    }

    /** The report of an import as JSON; {@code rows} in the order of the file. */
    record Report(boolean dryRun, boolean stored, List<Row> rows) {}

    /** @param row as a spreadsheet counts, 0 where the sentence concerns no single row */
    record Row(int row, String subject, boolean problem, String message) {}

    /**
     * The pairs of a college or branch that one answers for, or one's own.
     *
     * @param college code of a college or of a branch; left out for one's own
     */
    @GetMapping
    List<Item> list(@RequestParam(required = false) String college, Authentication caller) {
        return view.list(caller.getName(), administrates(caller), college);
    }

    @GetMapping("/coverage")
    List<Coverage> coverage(@RequestParam String college, Authentication caller) {
        return coverage.coverage(caller.getName(), administrates(caller), college);
    }

    /** Who carries fewer pairs than the programme asks for. */
    @GetMapping("/shortages")
    List<Shortage> shortages(@RequestParam String college, Authentication caller) {
        return shortages.shortages(caller.getName(), administrates(caller), college);
    }

    /** The colleges whose pairs one arranges; empty for everybody else. */
    @GetMapping("/colleges")
    List<College> colleges(Authentication caller) {
        return view.colleges(caller.getName());
    }

    @GetMapping("/handover")
    Handover handover(@RequestParam String person, Authentication caller) {
        return handovers.handover(caller.getName(), administrates(caller), person);
    }

    @GetMapping("/{number}")
    Item one(@PathVariable String number, Authentication caller) {
        return view.one(number, caller.getName(), administrates(caller));
    }

    /** Resumes a college's pairs that ended only because a roster lacked somebody who is back, or says which. */
    @PostMapping("/resume")
    List<Resumed> resume(
            @RequestParam String college, @RequestParam(defaultValue = "false") boolean dryRun, Authentication caller) {
        return resuming.resume(caller.getName(), administrates(caller), college, dryRun);
    }

    /**
     * Imports a college's existing pairs, or rehearses it. A rehearsal answers 200 with its report whatever it finds; an
     * import that finds a problem stores nothing and answers 400 with the report in {@code report}.
     */
    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> importPairs(
            @RequestParam String college,
            @RequestParam(required = false) String relation,
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Authentication caller,
            Locale locale) {
        PairsReport report =
                importing.run(caller.getName(), administrates(caller), college, relation, file, file.getSize(), dryRun);
        Report shown = new Report(
                dryRun,
                report.stored(),
                report.rows().stream()
                        .map(row -> new Row(
                                row.number(),
                                row.subject(),
                                row.problem(),
                                messages.getMessage(row.code(), row.arguments().toArray(), locale)))
                        .toList());
        if (dryRun || report.stored()) {
            return ResponseEntity.ok(shown);
        }
        String code = "pairing.import.refused";
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, messages.getMessage(code, null, locale));
        problem.setTitle(messages.getMessage("web.title.400", null, locale));
        problem.setProperty("detailZh", messages.getMessage(code, null, Locale.SIMPLIFIED_CHINESE));
        problem.setProperty("detailEn", messages.getMessage(code, null, Locale.ENGLISH));
        problem.setProperty("code", code);
        problem.setProperty("report", shown);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean administrates(Authentication caller) {
        return caller.getAuthorities().stream()
                .anyMatch(one -> one.getAuthority().equals(Callers.ADMINISTRATORS));
    }
}
