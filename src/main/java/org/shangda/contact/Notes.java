package org.shangda.contact;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Notes extends JpaRepository<Note, String> {

    @Override
    @EntityGraph(attributePaths = "contact")
    Optional<Note> findById(String number);

    @Override
    @EntityGraph(attributePaths = "contact")
    List<Note> findAllById(Iterable<String> numbers);

    @Query("select n from Note n join fetch n.contact c where c.pairing = :pairing")
    List<Note> of(String pairing);
}
