package org.shangda.notification;

import java.time.Clock;
import java.util.Optional;
import org.shangda.notification.Outbox.State;
import org.shangda.notification.Telling.Told;

/** A message of one's own by the university's application at WeCom or DingTalk: what a mail says, in short, and one link. */
class AppChannel implements Channel {

    private final App.Kind kind;
    private final Optional<AppServer> server;
    private final Telling telling;

    AppChannel(App.Kind kind, NotificationProperties properties, Telling telling, Clock clock) {
        this.kind = kind;
        this.server = properties.app(kind).map(app -> new AppServer(app, clock));
        this.telling = telling;
    }

    @Override
    public String name() {
        return kind.code();
    }

    @Override
    public boolean isConfigured() {
        return server.isPresent();
    }

    @Override
    public Outcome deliver(Letter letter) throws Unreachable {
        Optional<Told> told = telling.of(letter);
        if (told.isEmpty()) {
            return Outcome.nothingToSend(State.DONE);
        }
        return server.orElseThrow().send(letter.recipient(), told.get().mail().brief())
                ? Outcome.sent(told.get().tasks())
                : Outcome.nothingToSend(State.UNKNOWN_USER);
    }
}
