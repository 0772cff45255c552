package org.shangda.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses in Tasklist, as people reach it: {@code shangda.base-url}. */
@Component
class Tasklist {

    private final String address;

    Tasklist(@Value("${shangda.base-url:http://localhost:8080}") String baseUrl) {
        this.address = baseUrl.replaceAll("/+$", "") + "/camunda/app/tasklist/default/";
    }

    String start() {
        return address;
    }

    String task(String id) {
        return address + "#/?task=" + id;
    }
}
