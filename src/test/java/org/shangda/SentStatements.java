package org.shangda;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Listens to what the engine and the domain send to the database. */
@TestConfiguration(proxyBeanMethods = false)
public class SentStatements {

    private static final ThreadLocal<List<RoundTrip>> HEARD = new ThreadLocal<>();

    /**
     * What is sent at once and answered at once. Commits are none.
     *
     * @param statements more than one in a batch
     */
    public record RoundTrip(String sql, int statements) {}

    /** What this thread sends during an act; other threads are not listened to. */
    public static List<RoundTrip> during(Runnable act) {
        List<RoundTrip> heard = new ArrayList<>();
        HEARD.set(heard);
        try {
            act.run();
        } finally {
            HEARD.remove();
        }
        return heard;
    }

    public static DataSource listenTo(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .beforeQuery(
                        (execution, queries) -> AtOnce.before(queries.get(0).getQuery()))
                .afterQuery((execution, queries) -> {
                    List<RoundTrip> heard = HEARD.get();
                    if (heard != null) {
                        String sql = queries.get(0).getQuery().replaceAll("\\s+", " ");
                        heard.add(new RoundTrip(sql, execution.isBatch() ? execution.getBatchSize() : queries.size()));
                    }
                })
                .build();
    }

    @Bean
    static BeanPostProcessor listeningToTheDatabase() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? listenTo(database) : bean;
            }
        };
    }
}
