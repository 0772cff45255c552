package org.shangda.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long a request's body may take to arrive, and how many may be on their way at once.
 *
 * @param patience how long nothing may come, and how long a body may take in all, before it has to have come at {@code
 *     slowest}
 * @param slowest least a body brings in a second once {@code patience} is over; 11 MB then take 23 minutes at most
 * @param waiting how many requests may wait for the rest of their bodies; each holds one of the server's threads
 * @param waitingPerAddress how many of them from one address
 * @param login the largest body of somebody who is not logged in yet: user name and password
 * @param largest the largest body but that of a photo or document, see {@link RequestSize}
 * @param drained how much more is read, and thrown away, of a request that has been answered: a client that is cut off
 *     while it sends does not see the answer
 */
@ConfigurationProperties("shangda.requests")
record RequestLimits(
        @DefaultValue("10s") Duration patience,
        @DefaultValue("8KB") DataSize slowest,
        @DefaultValue("200") int waiting,
        @DefaultValue("100") int waitingPerAddress,
        @DefaultValue("4KB") DataSize login,
        @DefaultValue("6MB") DataSize largest,
        @DefaultValue("128MB") DataSize drained) {

    RequestLimits {
        if (patience.compareTo(Duration.ofSeconds(1)) < 0
                || slowest.toBytes() < 1
                || waiting < 1
                || waitingPerAddress < 1
                || login.toBytes() < 256) {
            throw new IllegalArgumentException(
                    "shangda.requests: patience at least 1s, slowest, waiting and waiting-per-address at least 1, login at least 256B");
        }
    }
}
