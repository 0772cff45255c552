package org.shangda;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shangda.calendar.DemoTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ShangdaApplication {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(FileCheck.COMMAND)) {
            System.exit(check(List.of(arguments).subList(1, arguments.length)));
        }
        SpringApplication.run(ShangdaApplication.class, arguments);
    }

    /** What it finds is all that is printed, in the encoding of its files, whatever the machine's is. */
    private static int check(List<String> arguments) {
        LoggingSystem.get(ShangdaApplication.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new FileCheck(out::println).run(arguments);
    }

    /**
     * The only source of "now"; tests replace it. In the university's zone, wherever the machine stands, and in
     * microseconds, as the databases keep it: what was stored is what was computed with.
     */
    @Bean
    Clock clock(@Value("${shangda.calendar.zone:Asia/Shanghai}") ZoneId zone, ObjectProvider<DemoTime> demonstration) {
        Clock real = Clock.tick(Clock.system(zone), Duration.of(1, ChronoUnit.MICROS));
        return demonstration.stream().map(time -> time.over(real)).findAny().orElse(real);
    }
}
