package org.shangda.engine.door.walk;

import java.util.Map;
import java.util.TreeMap;
import org.shangda.ShippedDoor;

/** The shipped files, with what the modules declare, without starting anything. */
public final class Shipped {

    private Shipped() {}

    public static Map<String, byte[]> files() {
        return new TreeMap<>(ShippedDoor.FILES);
    }

    public static Declared declared() {
        return Declared.of(ShippedDoor.product());
    }
}
