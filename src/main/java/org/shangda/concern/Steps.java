package org.shangda.concern;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Steps extends JpaRepository<Step, Long> {

    List<Step> findByNumberOrderById(String number);

    /** Of many concerns, each in its order. */
    List<Step> findByNumberInOrderById(Collection<String> numbers);

    List<Step> findByNumberInAndKindInOrderById(Collection<String> numbers, Collection<Step.Kind> kinds);

    Optional<Step> findFirstByNumberOrderByIdDesc(String number);
}
