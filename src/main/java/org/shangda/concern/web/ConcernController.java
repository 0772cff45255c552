package org.shangda.concern.web;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.shangda.concern.CaseClock.Clocks;
import org.shangda.concern.ConcernPages;
import org.shangda.concern.ConcernPages.Page;
import org.shangda.concern.RaiseConcern;
import org.shangda.concern.RaisingService;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Concerns over HTTP: raise one, see those one follows, see one's way and its clocks. */
@RestController
@RequestMapping("/api/concerns")
class ConcernController {

    private final RaisingService raising;
    private final ConcernPages pages;

    ConcernController(RaisingService raising, ConcernPages pages) {
        this.raising = raising;
        this.pages = pages;
    }

    /** @param number of the concern, to be kept by the caller */
    record Raised(String number) {}

    /**
     * Raises a concern.
     *
     * @param key the caller's own key, 1 to 100 characters; the same key from the same caller gives the same concern,
     *     and with other content a refusal
     */
    @PostMapping
    ResponseEntity<Raised> raise(
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody RaiseConcern concern,
            Principal caller) {
        String number;
        try {
            number = raising.receive(caller.getName(), concern, key);
        } catch (DuplicateKeyException simultaneous) {
            // The caller's first two requests at once: the other one was stored first, and this one now sees it.
            number = raising.receive(caller.getName(), concern, key);
        }
        return ResponseEntity.created(URI.create("/api/concerns/" + number)).body(new Raised(number));
    }

    @GetMapping
    List<Page> followed(Principal caller) {
        return pages.followedBy(caller.getName());
    }

    @GetMapping("/{number}")
    Page page(@PathVariable String number, Principal caller) {
        return pages.page(number, caller.getName());
    }

    @GetMapping("/{number}/clock")
    Clocks clock(@PathVariable String number, Principal caller) {
        return pages.clocks(number, caller.getName());
    }
}
