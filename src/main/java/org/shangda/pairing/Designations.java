package org.shangda.pairing;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Designations extends JpaRepository<Designation, Long> {

    List<Designation> findByPerson(String person);
}
