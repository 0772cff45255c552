package org.shangda.concern;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Opinions extends JpaRepository<Opinion, Long> {

    List<Opinion> findByHandlingOrderById(Handling handling);

    Optional<Opinion> findByWorkItem(String workItem);

    List<Opinion> findByWorkItemIn(Collection<String> workItems);

    List<Opinion> findByHandlingConcernNumberOrderById(String number);
}
