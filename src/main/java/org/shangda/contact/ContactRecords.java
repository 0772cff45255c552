package org.shangda.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ContactRecords extends JpaRepository<Contact, Long> {

    List<Contact> findByPairingInAndHeldOnBetween(Collection<String> pairings, LocalDate from, LocalDate to);

    List<Contact> findByPairingOrderByHeldOnDescIdDesc(String pairing);

    @Query("select coalesce(max(c.ordinal), 0) from Contact c where c.sheet = :sheet")
    int lastOrdinal(String sheet);

    boolean existsByPairingAndHeldOnAndWay(String pairing, LocalDate heldOn, String way);
}
