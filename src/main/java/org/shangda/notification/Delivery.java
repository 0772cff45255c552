package org.shangda.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shangda.account.Languages;
import org.shangda.notification.Channel.Closed;
import org.shangda.notification.Channel.Outcome;
import org.shangda.notification.Channel.Refused;
import org.shangda.notification.Channel.Unreachable;
import org.shangda.notification.Outbox.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, afterwards and outside of every transaction, so that no server that does not answer holds anybody
 * up. That an attempt is made is written down before it is made. Everybody is told in their own language.
 */
@Component
class Delivery {

    /** Far longer than an attempt takes, with its limits of five seconds for each answer. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofMinutes(10);

    private static final int LETTERS_IN_A_ROUND = 1000;
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final List<Channel> channels;
    private final Digests digests;
    private final Languages languages;
    private final NotificationProperties properties;
    private final Clock clock;

    Delivery(
            Outbox outbox,
            List<Channel> channels,
            Digests digests,
            Languages languages,
            NotificationProperties properties,
            Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.digests = digests;
        this.languages = languages;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhatIsSent() {
        channels.forEach(channel -> log.info(
                channel.isConfigured() ? "People are told by {}." : "Nobody is told by {}: it is not configured.",
                channel.name()));
    }

    @Scheduled(
            initialDelayString = "${shangda.notification.poll:PT30S}",
            fixedDelayString = "${shangda.notification.poll:PT30S}")
    void deliverDue() {
        Instant now = clock.instant();
        Instant digest = digests.next(now);
        outbox.takeUpInterrupted(now.minus(LONGEST_ATTEMPT), now, digest, digests.day(digest));
        channels.stream().filter(Channel::isConfigured).forEach(this::deliverDue);
    }

    @Scheduled(initialDelayString = "PT1H", fixedDelayString = "P1D")
    void expire() {
        outbox.expire(clock.instant().minus(properties.keep()));
    }

    private void deliverDue(Channel channel) {
        Set<String> closed = new HashSet<>();
        for (Due due : outbox.due(channel.name(), clock.instant(), LETTERS_IN_A_ROUND)) {
            if (!closed.contains(due.recipient())) {
                Optional<Letter> letter = outbox.claim(due.letter(), channel.name(), clock.instant());
                if (letter.isPresent() && !deliver(channel, letter.get(), closed)) {
                    return;
                }
            }
        }
    }

    /**
     * @param closed to whom no other letter of the round can be sent now
     * @return whether the others of the round can be tried now
     */
    private boolean deliver(Channel channel, Letter letter, Set<String> closed) {
        Outcome outcome;
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(languages.of(letter.recipient()));
        try {
            outcome = channel.deliver(letter);
        } catch (Unreachable e) {
            // Words of the channel's own: what a server says may quote an address.
            log.warn("{} cannot be reached: {}.", channel.name(), e.getMessage());
            tryLater(letter, e.getMessage());
            closed.add(letter.recipient());
            return e instanceof Closed && channel.closesForOne();
        } catch (Refused e) {
            log.warn("A message by {} was refused: {}.", channel.name(), e.getMessage());
            outbox.fail(letter, e.getMessage());
            return true;
        } catch (RuntimeException e) {
            log.warn(
                    "A message by {} was not sent: {}.",
                    channel.name(),
                    e.getClass().getSimpleName());
            tryLater(letter, e.getClass().getSimpleName());
            return true;
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
        outbox.close(letter, outcome.state(), outcome.told(), clock.instant());
        return true;
    }

    private void tryLater(Letter letter, String trouble) {
        Instant now = clock.instant();
        if (letter.firstAttemptAt().plus(properties.giveUpAfter()).isBefore(now)) {
            outbox.fail(letter, trouble);
        } else {
            outbox.again(letter, letter.nextAttempt(now), trouble);
        }
    }
}
