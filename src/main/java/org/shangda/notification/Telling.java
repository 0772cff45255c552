package org.shangda.notification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.account.PasswordsSet;
import org.shangda.monitoring.StalledNews;
import org.shangda.monitoring.StalledNews.StandsStill;
import org.shangda.notification.OpenWork.Waiting;
import org.springframework.stereotype.Component;

/**
 * What a letter has to say at the moment at which it is sent, however it travels: all that waits for a person, stands still on
 * their line and has become of their own concerns; one urgent task; what was found to stand still and is severe; one urging; one
 * reminder that a diagram asks for, or of work that is late on their line; or a password that somebody else has set.
 */
@Component
class Telling {

    private final OpenWork openWork;
    private final StalledNews stalled;
    private final Outbox outbox;
    private final PasswordsSet passwords;
    private final MailText text;

    Telling(OpenWork openWork, StalledNews stalled, Outbox outbox, PasswordsSet passwords, MailText text) {
        this.openWork = openWork;
        this.stalled = stalled;
        this.outbox = outbox;
        this.passwords = passwords;
        this.text = text;
    }

    /** @param tasks of which it speaks */
    record Told(MailText.Mail mail, Set<String> tasks) {}

    /** Empty where nothing is left to say. */
    Optional<Told> of(Letter letter) {
        Optional<String> passwordSet = letter.passwordSet();
        if (letter.reminder().isPresent()) {
            return Optional.of(new Told(text.of(letter.reminder().get()), letter.tasks()));
        }
        if (letter.urging().isPresent()) {
            return ofUrging(letter, letter.urging().get());
        }
        return passwordSet.isPresent()
                ? passwords.find(passwordSet.get()).map(set -> new Told(text.of(set), letter.tasks()))
                : ofAll(letter);
    }

    /** Whoever has nothing to do with it any more is urged no more. */
    private Optional<Told> ofUrging(Letter letter, Letter.Line urging) {
        List<Waiting> urged = openWork.of(letter.recipient()).stream()
                .filter(work -> work.isOf(urging.number()))
                .toList();
        if (urged.isEmpty()) {
            return Optional.empty();
        }
        Set<String> tasks = urged.stream().map(Waiting::task).collect(Collectors.toSet());
        return Optional.of(new Told(text.of(urging, urged, outbox.lines(letter, tasks)), letter.tasks()));
    }

    private Optional<Told> ofAll(Letter letter) {
        List<Waiting> waiting = openWork.of(letter.recipient());
        Set<String> mine = letter.tasks();
        List<Waiting> due =
                waiting.stream().filter(work -> mine.contains(work.task())).toList();
        List<StandsStill> still = stalled.toldTo(
                letter.recipient(),
                letter.stalled().stream().map(Letter.Line::number).toList());
        if (due.isEmpty() && still.isEmpty() && letter.news().isEmpty()) {
            return Optional.empty();
        }
        List<Waiting> told = letter.urgent() || due.isEmpty() ? due : waiting;
        Set<String> tasks = told.stream().map(Waiting::task).collect(Collectors.toSet());
        return Optional.of(
                new Told(text.of(told, outbox.lines(letter, tasks), still, letter.news(), letter.urgent()), tasks));
    }
}
