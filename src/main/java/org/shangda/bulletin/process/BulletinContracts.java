package org.shangda.bulletin.process;

import org.shangda.engine.door.Contract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the diagram of bulletins and the product have agreed on. */
@Configuration(proxyBeanMethods = false)
class BulletinContracts {

    @Bean
    Contract bulletinContract() {
        return Contract.of(BulletinProcess.PROCESS).startsWith(BulletinProcess.PUBLISHED);
    }
}
