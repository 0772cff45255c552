package org.shangda.contact;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface EventTalks extends JpaRepository<EventTalk, String> {

    @Query("select t from EventTalk t where t.talker = :person or t.person = :person order by t.arrangedAt desc")
    List<EventTalk> between(String person);

    boolean existsByPersonAndOccasionAndArrangedByAndStateIn(
            String person, String occasion, String arrangedBy, Collection<EventTalk.State> states);
}
