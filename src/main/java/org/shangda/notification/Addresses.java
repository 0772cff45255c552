package org.shangda.notification;

import org.shangda.concern.Reminder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Of the product's pages, as people reach them: {@code shangda.base-url}. */
@Component
class Addresses {

    private final String product;

    Addresses(@Value("${shangda.base-url:http://localhost:8080}") String baseUrl) {
        this.product = baseUrl.replaceAll("/+$", "");
    }

    String desk() {
        return product + "/reports/desk.html";
    }

    /** Where that is done of which somebody is reminded. @param sentence of the kind {@code reminder} */
    String reminded(String sentence) {
        return sentence.equals(Reminder.DOCKET) ? product + "/reports/agenda.html" : desk();
    }

    /** On the desk, where it opens after login. */
    String work(String task) {
        return desk() + "#task=" + task;
    }

    /** What stands still. @param query what it is narrowed to, as in the page's address; empty for all of it */
    String stalled(String query) {
        return product + "/reports/stalled.html" + (query.isEmpty() ? "" : "?" + query);
    }

    /** Where the same work is in Tasklist. */
    String tasklist() {
        return product + "/camunda/app/tasklist/default/";
    }
}
