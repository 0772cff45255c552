package org.shangda.notification;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.shangda.notification.Outbox.State;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.springframework.stereotype.Component;

/** Tells a chat group, in the university's language, how many tasks wait to be received by its unit: counts, no numbers of cases, no links to them. */
@Component
class RobotChannel implements Channel {

    static final String NAME = "robot";

    private final NotificationProperties properties;
    private final OpenWork openWork;
    private final University university;
    private final Sentences sentences;
    private final Addresses addresses;
    private final Clock clock;

    RobotChannel(
            NotificationProperties properties,
            OpenWork openWork,
            University university,
            Sentences sentences,
            Addresses addresses,
            Clock clock) {
        this.properties = properties;
        this.openWork = openWork;
        this.university = university;
        this.sentences = sentences;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isConfigured() {
        return !properties.robots().isEmpty();
    }

    /** Each has an address of its own, and messages are counted for each. */
    @Override
    public boolean closesForOne() {
        return true;
    }

    @Override
    public Outcome deliver(Letter letter) throws Unreachable {
        Optional<Robot> robot = properties.robots().stream()
                .filter(one -> one.id().equals(letter.recipient()))
                .findAny();
        Map<String, Integer> counts = new TreeMap<>(openWork.toReceive());
        // An urgent message speaks of the one unit; a digest of every unit of which the robot hears.
        counts.keySet()
                .removeIf(unit -> robot.isEmpty()
                        || !robot.get().hears(unit)
                        || letter.urgent() && !unit.equals(letter.lines().get(0).unit()));
        if (counts.isEmpty()) {
            return Outcome.nothingToSend(State.DONE);
        }
        say(robot.get(), words(counts, letter.urgent()));
        return Outcome.sent(Set.of());
    }

    private String words(Map<String, Integer> counts, boolean urgent) {
        String opening = sentences.of(urgent ? "notification.robot.urgent" : "notification.robot");
        return counts.entrySet().stream()
                .map(one ->
                        sentences.of("notification.robot.count", university.nameOfUnit(one.getKey()), one.getValue()))
                .collect(Collectors.joining("\n", opening + "\n", "\n" + addresses.desk()));
    }

    private void say(Robot robot, String words) throws Unreachable {
        VendorServer server = new VendorServer(robot.kind().code());
        int code = VendorServer.code(
                server.post(signed(robot), Map.of("msgtype", "text", "text", Map.of("content", words))));
        if (robot.kind().saysBusy(code)) {
            throw server.closed(code);
        }
        if (code != 0) {
            throw server.refused(code);
        }
    }

    private URI signed(Robot robot) {
        if (robot.kind() != Robot.Kind.DINGTALK || robot.secret() == null) {
            return robot.url();
        }
        long timestamp = clock.millis();
        return URI.create(robot.url() + (robot.url().getQuery() == null ? "?" : "&") + "timestamp=" + timestamp
                + "&sign=" + URLEncoder.encode(signature(timestamp, robot.secret()), StandardCharsets.UTF_8));
    }

    /** As DingTalk computes it: timestamp in milliseconds, line feed and secret, signed with the secret. */
    static String signature(long timestamp, String secret) {
        try {
            byte[] key = secret.getBytes(StandardCharsets.UTF_8);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((timestamp + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
