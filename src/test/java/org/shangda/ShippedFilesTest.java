package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the product ships passes its own door. */
class ShippedFilesTest {

    @Test
    void the_shipped_files_pass_the_door_without_a_finding() {
        assertThat(ShippedDoor.open().examineInForce()).isEmpty();
        assertThat(ShippedDoor.open().examine(ShippedDoor.FILES)).isEmpty();
    }
}
