package org.shangda.numbering;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** What bears a number of its own, which is also the business key of its process. */
@MappedSuperclass
public abstract class Numbered extends Keyed<String> {

    @Id
    private String number;

    @Version
    private long version;

    protected Numbered() {}

    protected Numbered(String number) {
        super(true);
        this.number = number;
    }

    public String number() {
        return number;
    }

    @Override
    public String getId() {
        return number;
    }
}
