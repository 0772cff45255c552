package org.shangda.pairing;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Waves extends JpaRepository<Wave, String> {

    /** @throws org.shangda.refusal.Refusal when there is none */
    default Wave get(String number) {
        return findById(number).orElseThrow(Pairings::notFound);
    }

    List<Wave> findByUnitInAndStateOrderByNumber(Collection<String> units, Wave.State state);
}
