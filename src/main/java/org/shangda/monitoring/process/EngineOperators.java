package org.shangda.monitoring.process;

import java.util.List;
import java.util.Set;
import org.shangda.engine.Callers;
import org.shangda.monitoring.Operators;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in the engine's groups of operators and administrators. */
@Component
class EngineOperators implements Operators {

    private final JdbcClient jdbc;

    EngineOperators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> people() {
        return jdbc.sql("select distinct user_id_ from act_id_membership where group_id_ in (:groups)")
                .param("groups", List.of(Callers.ADMINISTRATORS, Callers.OPERATORS))
                .query(String.class)
                .set();
    }
}
