package org.shangda.concern.web;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.shangda.concern.Joining;
import org.shangda.concern.Joining.Join;
import org.shangda.concern.Joining.Open;
import org.shangda.concern.web.ConcernController.Raised;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 附议 over HTTP, for colleagues, before they raise the same once more. */
@RestController
@RequestMapping("/api/concerns/similar")
class JoiningController {

    private final Joining joining;

    JoiningController(Joining joining) {
        this.joining = joining;
    }

    /**
     * Category, place, level and how many; no title, no words, no number, and nobody's name.
     *
     * @param place where the caller's own matter is, in words; without it all of the category
     */
    @GetMapping
    List<Open> open(@RequestParam String category, @RequestParam(required = false) String place, Principal caller) {
        return joining.open(caller.getName(), category, place);
    }

    /** @param visit as {@link Open} names it */
    @PostMapping("/{visit}/join")
    ResponseEntity<Raised> join(@PathVariable long visit, @RequestBody Join join, Principal caller) {
        String number = joining.join(caller.getName(), visit, join);
        return ResponseEntity.created(URI.create("/api/concerns/" + number)).body(new Raised(number));
    }
}
