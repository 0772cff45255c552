package org.shangda.browser;

import org.junit.jupiter.api.BeforeEach;

/** The same, on a screen of the desk's. */
abstract class DeskInTheBrowser extends InTheBrowser {

    AtTheDesk desk;

    @BeforeEach
    void aDesk() {
        desk = new AtTheDesk(browser).on(AtTheDesk.SCREEN);
    }
}
