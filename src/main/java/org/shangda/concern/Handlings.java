package org.shangda.concern;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface Handlings extends JpaRepository<Handling, Long> {

    /** Everything that is under way, with its concern. */
    @EntityGraph(attributePaths = "concern")
    List<Handling> findByEndedAtIsNullOrderById();
}
