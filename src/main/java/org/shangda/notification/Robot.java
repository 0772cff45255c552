package org.shangda.notification;

import java.net.URI;
import java.util.Locale;

/**
 * A robot in a chat group, which says how many tasks wait to be received.
 *
 * @param unit code of the unit of whose work it speaks; absent: of every unit's
 * @param kind {@code wecom} or {@code dingtalk}
 * @param url webhook, with its key or token
 * @param secret with which DingTalk has requests signed, may be absent
 */
record Robot(String unit, Kind kind, URI url, String secret) {

    enum Kind {
        WECOM,
        DINGTALK
    }

    Robot {
        if (kind == null || url == null) {
            throw new IllegalArgumentException("shangda.notification.robots: kind and url are needed");
        }
    }

    /** Without its address, which is as good as a secret: settings come into logs. */
    @Override
    public String toString() {
        return "Robot[" + id() + "]";
    }

    String id() {
        return "robot." + kind.name().toLowerCase(Locale.ROOT) + (unit == null ? "" : "." + unit);
    }

    boolean hears(String ofUnit) {
        return unit == null || unit.equals(ofUnit);
    }
}
