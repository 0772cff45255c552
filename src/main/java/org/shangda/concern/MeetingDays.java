package org.shangda.concern;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MeetingDays extends JpaRepository<MeetingDay, Long> {

    Optional<MeetingDay> findByMeetsOn(LocalDate day);
}
