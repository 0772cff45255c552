package org.shangda.account.web;

import java.security.Principal;
import java.util.Locale;
import org.shangda.account.Languages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** In which language the caller is written to. */
@RestController
@RequestMapping("/api/account/language")
class LanguageController {

    private final Languages languages;

    LanguageController(Languages languages) {
        this.languages = languages;
    }

    /**
     * @param written tag of the language in which the caller is written to
     * @param chosen the same where the caller chose it, else empty: it goes by the browser
     */
    record Shown(String written, String chosen) {}

    /** @param language {@code zh-CN} or {@code en}; empty to go by the browser again */
    record Choice(String language) {}

    @GetMapping
    Shown show(Principal caller) {
        return new Shown(
                languages.of(caller.getName()).toLanguageTag(),
                languages.chosenBy(caller.getName()).map(Locale::toLanguageTag).orElse(""));
    }

    @PostMapping
    Shown choose(@RequestBody Choice choice, Principal caller) {
        languages.choose(caller.getName(), choice.language());
        return show(caller);
    }
}
