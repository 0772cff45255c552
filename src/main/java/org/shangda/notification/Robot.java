package org.shangda.notification;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

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
        /** <a href="https://developer.work.weixin.qq.com/document/path/90313">codes</a>. */
        WECOM(Set.of(-1, 45009)),
        /** <a href="https://open.dingtalk.com/document/orgapp/custom-robot-access">codes</a>. */
        DINGTALK(Set.of(-1, 88, 130101, 302033, 410100));

        private final Set<Integer> busy;

        Kind(Set<Integer> busy) {
            this.busy = busy;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Too much at once, or out of order for a while. */
        boolean saysBusy(int code) {
            return busy.contains(code);
        }
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
        return "robot." + kind.code() + (unit == null ? "" : "." + unit);
    }

    boolean hears(String ofUnit) {
        return unit == null || unit.equals(ofUnit);
    }
}
