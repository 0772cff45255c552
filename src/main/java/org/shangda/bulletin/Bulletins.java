package org.shangda.bulletin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Bulletins extends JpaRepository<Bulletin, String> {

    @Query("select b from Bulletin b where b.audience in :audiences and b.retractedAt is null and b.lastDay >= :day"
            + " order by b.publishedAt desc")
    List<Bulletin> shownTo(Collection<String> audiences, LocalDate day, Limit most);

    List<Bulletin> findByIssuerInOrderByPublishedAtDesc(Collection<String> issuers, Limit most);

    // --- who has read them: marks, see Bulletin.mark
    // ------------------------------------------------------------------

    @Modifying
    @Query(value = "insert into bulletin_reader (number, mark) values (:number, :mark)", nativeQuery = true)
    void addReader(String number, String mark);

    @Query(value = "select mark from bulletin_reader where mark in :marks", nativeQuery = true)
    Set<String> known(Collection<String> marks);

    @Query(value = "select count(*) from bulletin_reader where number = :number", nativeQuery = true)
    int readers(String number);
}
