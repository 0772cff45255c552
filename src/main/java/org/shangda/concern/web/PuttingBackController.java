package org.shangda.concern.web;

import java.security.Principal;
import org.shangda.concern.PuttingBack;
import org.shangda.concern.PuttingBack.Decision;
import org.shangda.concern.PuttingBack.Standing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rescue of a concern that cannot go on from where it stands. For administrators. */
@RestController
@RequestMapping("/api/cases/{number}/back")
class PuttingBackController {

    private final PuttingBack puttingBack;

    PuttingBackController(PuttingBack puttingBack) {
        this.puttingBack = puttingBack;
    }

    /** Where it stands, and the levels at which it can be put back; without the story. */
    @GetMapping
    Standing standing(@PathVariable String number) {
        return puttingBack.standing(number);
    }

    /** Puts it back at a level; 409 when it is over, or something has happened since {@code seen}. */
    @PostMapping
    Standing putBack(@PathVariable String number, @RequestBody Decision decision, Principal caller) {
        return puttingBack.putBack(number, caller.getName(), decision);
    }
}
