package org.shangda.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses of the desk, of Tasklist and of the list of what stands still, as people reach them: {@code shangda.base-url}. */
@Component
class Tasklist {

    private final String desk;
    private final String address;
    private final String stalled;

    Tasklist(@Value("${shangda.base-url:http://localhost:8080}") String baseUrl) {
        String product = baseUrl.replaceAll("/+$", "");
        this.desk = product + "/reports/desk.html";
        this.address = product + "/camunda/app/tasklist/default/";
        this.stalled = product + "/reports/stalled.html";
    }

    /** @param query what it is narrowed to, as in the page's address */
    String stalled(String query) {
        return query.isEmpty() ? stalled : stalled + "?" + query;
    }

    /** The desk. */
    String start() {
        return desk;
    }

    /** On the desk, where it opens after login. */
    String task(String id) {
        return desk + "#task=" + id;
    }

    /** Where the same work is in Tasklist. */
    String tasklist() {
        return address;
    }
}
