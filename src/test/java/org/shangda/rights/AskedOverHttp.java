package org.shangda.rights;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The product is asked over HTTP, each time on a Monday on which no concern is open. */
abstract class AskedOverHttp {

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    OverHttp http;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        http = new OverHttp(port);
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }
}
