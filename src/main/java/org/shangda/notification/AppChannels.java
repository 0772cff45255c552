package org.shangda.notification;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A channel for each vendor, configured or not. */
@Configuration(proxyBeanMethods = false)
class AppChannels {

    @Bean
    Channel wecom(NotificationProperties properties, Telling telling, Clock clock) {
        return new AppChannel(App.Kind.WECOM, properties, telling, clock);
    }

    @Bean
    Channel dingtalk(NotificationProperties properties, Telling telling, Clock clock) {
        return new AppChannel(App.Kind.DINGTALK, properties, telling, clock);
    }
}
