package org.shangda.account.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.shangda.account.PasswordSet;
import org.shangda.account.PasswordsSet;
import org.shangda.refusal.Sentences;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the pages tell people after login: that somebody else has set their password. */
@RestController
@RequestMapping("/api/account/password-notice")
class PasswordNoticeController {

    private final PasswordsSet passwords;
    private final Sentences sentences;
    private final Clock clock;

    PasswordNoticeController(PasswordsSet passwords, Sentences sentences, Clock clock) {
        this.passwords = passwords;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** @param sentences none when there is nothing to tell */
    record Notice(List<String> sentences) {}

    @GetMapping
    Notice show(Principal caller) {
        List<PasswordSet> told = passwords.toldTo(caller.getName());
        if (told.isEmpty()) {
            return new Notice(List.of());
        }
        PasswordSet last = told.get(0);
        String sentence = sentences.of("account.password-set", moment(last.at()), last.by());
        return new Notice(
                told.size() == 1
                        ? List.of(sentence)
                        : List.of(
                                sentence,
                                sentences.of(
                                        "account.password-set.earlier",
                                        told.stream()
                                                .skip(1)
                                                .map(PasswordSet::at)
                                                .map(this::moment)
                                                .collect(Collectors.joining(sentences.of("account.between"))))));
    }

    /** Until the next time. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putAway(Principal caller) {
        passwords.putAway(caller.getName());
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ofPattern(sentences.of("account.moment"), LocaleContextHolder.getLocale())
                .withZone(clock.getZone())
                .format(at);
    }
}
