package org.shangda.browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The product in a browser of its own, each time on a Monday on which no concern is open. */
abstract class InTheBrowser {

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void aBrowserOnMonday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        browser = new Browser(port);
    }

    @AfterEach
    void closed() {
        browser.close();
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }
}
