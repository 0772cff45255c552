package org.shangda.register;

import org.shangda.concern.Glances.Glance;
import org.shangda.refusal.Sentences;
import org.shangda.register.DoneList.Row;
import org.shangda.work.DoneWork;
import org.springframework.stereotype.Component;

/** 已办 as the desk lists it: the same rows. */
@Component
class DoneAtTheDesk implements DoneWork {

    private final DoneList list;
    private final Sentences say;

    DoneAtTheDesk(DoneList list, Sentences say) {
        this.list = list;
        this.say = say;
    }

    @Override
    public Found of(String person, String wanted, String category, int from, int most) {
        DoneList.Part part = list.part(person, new Wanted(null, category, null, null, wanted, null), from, most);
        return new Found(part.rows().stream().map(this::done).toList(), part.total());
    }

    private Done done(Row row) {
        Glance read = row.concern();
        if (read == null) {
            return new Done(row.number(), row.did(), null, "", "", null, row.doneAt());
        }
        return new Done(
                row.number(),
                row.did(),
                read.title(),
                say.of("concern.where", read.type(), read.category()),
                read.where(),
                read.answer().isEmpty() ? null : read.answer(),
                row.doneAt());
    }
}
