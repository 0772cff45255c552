package org.shangda.numbering;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/**
 * What has its key before it has its row, and so says itself whether it was stored; Spring Data would otherwise look for it in
 * the database first.
 */
@MappedSuperclass
public abstract class Keyed<K> implements Persistable<K> {

    @Transient
    private boolean isNew;

    /** Of one that is read. */
    protected Keyed() {}

    /** @param isNew whether it has no row yet */
    protected Keyed(boolean isNew) {
        this.isNew = isNew;
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
