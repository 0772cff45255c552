package org.shangda.bulletin.web;

import java.security.Principal;
import org.shangda.bulletin.BulletinService;
import org.shangda.bulletin.BulletinService.Board;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The board of bulletins over HTTP; it is published and retracted with forms. */
@RestController
@RequestMapping("/api/bulletins")
class BulletinController {

    private final BulletinService bulletins;

    BulletinController(BulletinService bulletins) {
        this.bulletins = bulletins;
    }

    /** What the caller may read today, and what the units have published that they answer for. */
    @GetMapping
    Board board(Principal caller) {
        return bulletins.board(caller.getName());
    }

    /** The caller has opened it. */
    @PostMapping("/{number}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String number, Principal caller) {
        bulletins.read(number, caller.getName());
    }
}
