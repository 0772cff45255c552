package org.shangda.engine.web;

import org.shangda.engine.Places;
import org.shangda.engine.Places.Open;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is at the desk, what they may start there, and where else they may go. */
@RestController
@RequestMapping("/api/places")
class PlacesController {

    private final Places places;

    PlacesController(Places places) {
        this.places = places;
    }

    @GetMapping
    Open open(Authentication caller) {
        return places.of(
                caller.getName(),
                caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList());
    }
}
