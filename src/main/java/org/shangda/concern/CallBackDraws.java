package org.shangda.concern;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CallBackDraws extends JpaRepository<CallBackDraw, CallBackDraw.Of> {

    @Query("select count(d) > 0 from CallBackDraw d where d.of.period = :period")
    boolean hasDrawn(String period);
}
