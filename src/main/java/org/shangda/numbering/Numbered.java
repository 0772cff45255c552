package org.shangda.numbering;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.springframework.data.domain.Persistable;

/**
 * What bears a number of its own, which is also the business key of its process. The number is there before the row is, so
 * it says itself whether it was stored; Spring Data would otherwise look for it in the database first.
 */
@MappedSuperclass
public abstract class Numbered implements Persistable<String> {

    @Id
    private String number;

    @Version
    private long version;

    @Transient
    private boolean isNew;

    protected Numbered() {}

    protected Numbered(String number) {
        this.number = number;
        this.isNew = true;
    }

    public String number() {
        return number;
    }

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @PostLoad
    @PostPersist
    void stored() {
        isNew = false;
    }
}
