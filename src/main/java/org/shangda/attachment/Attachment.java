package org.shangda.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.shangda.refusal.Refusal;

/** A file that somebody has uploaded: its owner's alone until it is added to a case, and from then on part of the case. */
@Entity
class Attachment {

    @Id
    private String id;

    @Version
    private Long version;

    private String uploader;
    private String name;
    private String digest;

    @Enumerated(EnumType.STRING)
    private FileType type;

    private long size;
    private boolean thumbnail;
    private Instant uploadedAt;

    @Enumerated(EnumType.STRING)
    private FileStore.Kind keptIn;

    private String caseNumber;
    private Integer place;
    private Instant addedAt;

    protected Attachment() {}

    Attachment(String id, String uploader, String name, Clean clean, FileStore.Kind keptIn, Instant at) {
        this.id = id;
        this.uploader = uploader;
        this.name = name;
        this.digest = clean.digest();
        this.type = clean.type();
        this.size = clean.content().length;
        this.thumbnail = clean.thumbnail() != null;
        this.keptIn = keptIn;
        this.uploadedAt = at;
    }

    /** @param itsPlace among the files of the case, counted from one */
    void addTo(String number, int itsPlace, Instant at) {
        if (!pending()) {
            throw Refusal.conflict("file.used");
        }
        caseNumber = number;
        place = itsPlace;
        addedAt = at;
    }

    /** Whether it is what was sent now, under the same name. */
    boolean isThe(String other, String itsDigest) {
        return name.equals(other) && digest.equals(itsDigest);
    }

    boolean pending() {
        return caseNumber == null;
    }

    String id() {
        return id;
    }

    String uploader() {
        return uploader;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    FileStore.Kind keptIn() {
        return keptIn;
    }

    boolean hasThumbnail() {
        return thumbnail;
    }

    AttachedFile view() {
        return new AttachedFile(id, name, type.media(), size, thumbnail);
    }
}
