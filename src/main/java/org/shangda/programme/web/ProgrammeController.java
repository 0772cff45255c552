package org.shangda.programme.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.shangda.engine.Callers;
import org.shangda.programme.Programme;
import org.shangda.programme.ProgrammeUse;
import org.shangda.programme.Programmes;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The policies, and who follows which. Everybody may read them; the organization department and administrators decide.
 */
@RestController
@RequestMapping("/api/programmes")
class ProgrammeController {

    private final Programmes programmes;

    ProgrammeController(Programmes programmes) {
        this.programmes = programmes;
    }

    /** @param uses by college and first day; the college {@code -} is every college that has chosen none */
    record Overview(List<Programme> programmes, List<ProgrammeUse> uses) {}

    /**
     * @param programme code
     * @param from first day, today or later
     */
    record Choice(String programme, LocalDate from) {}

    @GetMapping
    Overview overview() {
        return new Overview(programmes.all(), programmes.uses());
    }

    /** Adds a version of a policy. Its rows in the decision tables are deployed from Modeler. */
    @PostMapping
    ResponseEntity<Programme> add(@RequestBody Programme programme, Authentication caller) {
        requireRight(caller);
        programmes.add(programme, caller.getName());
        return ResponseEntity.created(URI.create("/api/programmes")).body(programme);
    }

    /** @param college code, or {@code -} for every college that has chosen none */
    @PutMapping("/uses/{college}")
    Overview use(@PathVariable String college, @RequestBody Choice choice, Authentication caller) {
        requireRight(caller);
        programmes.use(college, choice.programme(), choice.from(), caller.getName());
        return overview();
    }

    private void requireRight(Authentication caller) {
        boolean administrator = caller.getAuthorities().stream()
                .anyMatch(authority -> Callers.ADMINISTRATORS.equals(authority.getAuthority()));
        if (!administrator && !programmes.decidedBy(caller.getName())) {
            throw new AccessDeniedException("decided by the organization department");
        }
    }
}
