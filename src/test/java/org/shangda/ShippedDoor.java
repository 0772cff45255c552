package org.shangda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.shangda.engine.DoorOverFiles;
import org.shangda.engine.door.Door;
import org.shangda.engine.door.Product;
import org.springframework.core.io.ClassPathResource;

/** The product's door without engine, database and server. The shipped files are in force, units are the demonstration's. */
public final class ShippedDoor {

    /** All that is shipped, by name without folder. */
    public static final Map<String, byte[]> FILES = files();

    private static final DoorOverFiles DOOR = over(FILES);

    private ShippedDoor() {}

    /** Reads and does not walk, which takes seconds. */
    public static Door open() {
        return DOOR.reading();
    }

    /** Reads and walks, as an administrator meets it. */
    public static Door walking() {
        return DOOR.door();
    }

    public static Product product() {
        return DOOR.product();
    }

    /** @param inForce in place of the shipped files */
    public static DoorOverFiles over(Map<String, byte[]> inForce) {
        try {
            return FileCheck.open(
                    inForce, FileCheck.units(new ClassPathResource("demo/units.csv")), FileCheck.programmes(FILES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> files() {
        try {
            return FileCheck.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
