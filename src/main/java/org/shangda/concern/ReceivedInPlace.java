package org.shangda.concern;

import java.time.LocalDate;
import java.util.Optional;
import org.shangda.university.InPlace;
import org.shangda.university.University;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that somebody has received (签收) in the place of somebody on leave: it stays with them when that one is back. */
@Component
class ReceivedInPlace {

    private final JdbcClient database;
    private final University university;

    ReceivedInPlace(JdbcClient database, University university) {
        this.database = database;
        this.university = university;
    }

    /** Empty where it was received by a post of the unit. The database is asked only for who holds none of it now. */
    Optional<InPlace> of(Handling handling) {
        String receiver = handling.receivedBy();
        if (receiver == null || university.unitsAnsweredBy(receiver).contains(handling.answeringUnit())) {
            return Optional.empty();
        }
        return database.sql(
                        "select in_place_of, in_place_until from step where handling_id = :handling and actor = :actor"
                                + " and kind = 'RECEIVED' and in_place_of is not null order by id desc fetch first row only")
                .param("handling", handling.id())
                .param("actor", receiver)
                .query((row, number) ->
                        new InPlace(row.getString("in_place_of"), row.getObject("in_place_until", LocalDate.class)))
                .optional();
    }
}
