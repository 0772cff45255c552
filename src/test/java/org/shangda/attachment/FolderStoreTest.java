package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class FolderStoreTest {

    private static final String FILE = "00000000-0000-4000-8000-000000000001";

    @TempDir
    Path folder;

    @BeforeEach
    void inATransaction() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void itIsOver() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    /** A disk was full when the name was to be written. */
    @Test
    void a_folder_that_names_nobody_belongs_to_whoever_writes_next() throws IOException {
        Files.createFile(folder.resolve(FolderStore.OWNER));
        DatabaseName name = Mockito.mock(DatabaseName.class, called -> "jdbc:h2:here");

        new FolderStore(folder, name, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .write(FILE, FileStore.Part.values()[0], new byte[] {1});

        assertThat(folder.resolve(FolderStore.OWNER)).hasContent("jdbc:h2:here");
    }
}
