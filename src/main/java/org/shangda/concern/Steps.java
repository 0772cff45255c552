package org.shangda.concern;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Steps extends JpaRepository<Step, Long> {

    List<Step> findByNumberOrderById(String number);

    Optional<Step> findFirstByNumberOrderByIdDesc(String number);
}
