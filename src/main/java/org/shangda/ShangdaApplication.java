package org.shangda;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ShangdaApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ShangdaApplication.class, arguments);
    }

    /** The only source of "now"; tests replace it. */
    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }
}
