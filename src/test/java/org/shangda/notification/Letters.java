package org.shangda.notification;

import org.springframework.context.ApplicationContext;

/** The product's outbox, for tests elsewhere: nothing is sent by itself there. */
public final class Letters {

    private Letters() {}

    /** Sends what is due by now. */
    public static void send(ApplicationContext product) {
        product.getBean(Delivery.class).deliverDue();
    }
}
