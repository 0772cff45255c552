package org.shangda.pairing;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Waves extends JpaRepository<Wave, String> {

    List<Wave> findByUnitInAndStateOrderByNumber(Collection<String> units, Wave.State state);
}
