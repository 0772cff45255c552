package org.shangda.concern.web;

import java.security.Principal;
import java.util.List;
import org.shangda.concern.GivenDays;
import org.shangda.concern.GivenDays.Extended;
import org.shangda.concern.GivenDays.Extension;
import org.shangda.concern.GivenDays.Kept;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a changed table of deadlines leaves as it is. For administrators. */
@RestController
@RequestMapping("/api/given-days")
class GivenDaysController {

    private final GivenDays given;

    GivenDaysController(GivenDays given) {
        this.given = given;
    }

    /** Open cases with other days than the table gives now, by level and unit. */
    @GetMapping
    List<Kept> kept() {
        return given.kept();
    }

    /** Gives them the days of the table; 409 when there is none that has fewer. */
    @PostMapping
    Extended extend(@RequestBody Extension extension, Principal caller) {
        return given.extend(extension, caller.getName());
    }
}
