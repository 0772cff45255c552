package org.shangda.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NotificationPropertiesTest {

    @EnableConfigurationProperties(NotificationProperties.class)
    static class Settings {}

    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @ParameterizedTest
    @ValueSource(strings = {"shangda@donghai.example", "上达 <shangda@donghai.example>"})
    void a_sender_is_one_address_with_or_without_a_name(String from) {
        start.withPropertyValues("shangda.notification.from=" + from)
                .run(started -> assertThat(started).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@donghai.example,b@donghai.example",
                "a@donghai.example; b@donghai.example",
                "a@donghai.example b@donghai.example",
                "shangda",
                "<>"
            })
    void anything_else_is_refused_at_the_start(String from) {
        start.withPropertyValues("shangda.notification.from=" + from)
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessage("shangda.notification.from: give one e-mail address"));
    }
}
