package org.shangda.attachment;

import java.util.Arrays;
import java.util.Optional;

/** What may be added. Which of them a file is, its content says, never its name. */
enum FileType {
    JPEG("image/jpeg", ".jpg"),
    PNG("image/png", ".png"),
    PDF("application/pdf", ".pdf");

    private final String media;
    private final String ending;

    FileType(String media, String ending) {
        this.media = media;
        this.ending = ending;
    }

    static Optional<FileType> of(String media) {
        return Arrays.stream(values()).filter(type -> type.media.equals(media)).findFirst();
    }

    String media() {
        return media;
    }

    /** Of a file's name, with the dot. */
    String ending() {
        return ending;
    }
}
