package org.shangda.concern.web;

import java.security.Principal;
import java.util.List;
import org.shangda.concern.Merging;
import org.shangda.concern.Merging.Selection;
import org.shangda.concern.Merging.Similar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 并案 over HTTP, for whoever works on a concern: what is like it, putting together, taking apart. */
@RestController
@RequestMapping("/api/concerns/{number}")
class MergingController {

    private final Merging merging;

    MergingController(Merging merging) {
        this.merging = merging;
    }

    /** Of the same unit and category, with titles that the caller may read; and what is handled with it. */
    @GetMapping("/similar")
    List<Similar> similar(@PathVariable String number, Principal caller) {
        return merging.similar(number, caller.getName());
    }

    /** The chosen ones are handled with this one from now on; all of them, or none. */
    @PostMapping("/merge")
    List<Similar> merge(@PathVariable String number, @RequestBody Selection selection, Principal caller) {
        return merging.merge(number, caller.getName(), selection);
    }

    /** The chosen ones are handled by themselves again; all of them, or none. */
    @PostMapping("/apart")
    List<Similar> apart(@PathVariable String number, @RequestBody Selection selection, Principal caller) {
        return merging.apart(number, caller.getName(), selection);
    }
}
