package org.shangda.university;

import java.nio.charset.StandardCharsets;
import org.shangda.university.RosterFile.Part;
import org.springframework.core.io.ByteArrayResource;

/** Files as tests write them. */
final class Tables {

    private Tables() {}

    static RosterFile csv(Part part, String text) {
        return bytes(part, text.getBytes(StandardCharsets.UTF_8));
    }

    static RosterFile bytes(Part part, byte[] bytes) {
        return new RosterFile(part, "file", bytes.length, new ByteArrayResource(bytes));
    }
}
