package org.shangda.concern;

import org.shangda.refusal.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;

interface CallBacks extends JpaRepository<CallBack, String> {

    default CallBack get(String number) {
        return findById(number).orElseThrow(() -> Refusal.notFound("concern.not-found"));
    }

    boolean existsByConcern(String concern);
}
