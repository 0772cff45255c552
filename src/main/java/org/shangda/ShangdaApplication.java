package org.shangda;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class ShangdaApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ShangdaApplication.class, arguments);
    }
}
