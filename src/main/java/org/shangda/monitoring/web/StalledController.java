package org.shangda.monitoring.web;

import java.util.Set;
import org.shangda.engine.Callers;
import org.shangda.monitoring.StalledFilter;
import org.shangda.monitoring.StalledView;
import org.shangda.monitoring.StalledView.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 停滞事项 over HTTP, for who answers for a unit, operators and administrators. */
@RestController
@RequestMapping("/api/stalled")
class StalledController {

    private static final Set<String> EVERYTHING = Set.of(Callers.ADMINISTRATORS, Callers.OPERATORS);
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final StalledView view;

    StalledController(StalledView view) {
        this.view = view;
    }

    @GetMapping
    Page page(
            @RequestParam(required = false) String cause,
            @RequestParam(required = false) String severity,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String level,
            @RequestParam(required = false) String programme,
            @RequestParam(required = false) String sort,
            @RequestParam(required = false) Integer page,
            Authentication caller) {
        return view.page(
                caller.getName(),
                seesEverything(caller),
                new StalledFilter(cause, severity, unit, level, programme, sort, page));
    }

    @GetMapping("/stalled.xlsx")
    ResponseEntity<byte[]> workbook(
            @RequestParam(required = false) String cause,
            @RequestParam(required = false) String severity,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String level,
            @RequestParam(required = false) String programme,
            @RequestParam(required = false) String sort,
            Authentication caller) {
        byte[] file = view.workbook(
                caller.getName(),
                seesEverything(caller),
                new StalledFilter(cause, severity, unit, level, programme, sort, null));
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("stalled.xlsx")
                                .build()
                                .toString())
                .body(file);
    }

    private static boolean seesEverything(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(EVERYTHING::contains);
    }
}
