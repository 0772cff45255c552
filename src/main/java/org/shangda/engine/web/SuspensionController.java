package org.shangda.engine.web;

import java.security.Principal;
import org.shangda.engine.running.Suspending;
import org.shangda.engine.running.Suspending.Suspension;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A running case stands still with a reason and until a day, whether or not it is on the list. For operators and administrators. */
@RestController
@RequestMapping("/api/cases/{number}/suspension")
class SuspensionController {

    private final Suspending suspending;

    SuspensionController(Suspending suspending) {
        this.suspending = suspending;
    }

    /** Of a case that is suspended already, reason and day change. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(@PathVariable String number, @RequestBody Suspension why, Principal caller) {
        suspending.suspend(number, why, caller.getName());
    }

    /** The case goes on now; of one that is not suspended nothing changes. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable String number, Principal caller) {
        suspending.resume(number, caller.getName());
    }
}
