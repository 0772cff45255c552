package org.shangda.register;

import org.shangda.concern.Glances.Glance;
import org.shangda.register.DoneList.Row;
import org.shangda.work.DoneWork;
import org.springframework.stereotype.Component;

/** 已办 as the desk lists it: the same rows. */
@Component
class DoneAtTheDesk implements DoneWork {

    private final DoneList list;

    DoneAtTheDesk(DoneList list) {
        this.list = list;
    }

    @Override
    public int count(String person) {
        return list.count(person);
    }

    @Override
    public Found find(String person, String typed, String category, int page) {
        DoneList.Page found = list.page(person, new Wanted(null, category, null, null, typed, page));
        return new Found(
                found.total(), found.rows().stream().map(DoneAtTheDesk::done).toList());
    }

    private static Done done(Row row) {
        Glance read = row.concern();
        if (read == null) {
            return new Done(
                    row.number(), row.did(), row.doneAt(), null, null, null, null, null, null, null, null, null);
        }
        return new Done(
                row.number(),
                row.did(),
                row.doneAt(),
                read.type(),
                read.title(),
                read.colleague(),
                read.category(),
                read.where(),
                read.state(),
                read.result(),
                read.answer(),
                read.rating());
    }
}
