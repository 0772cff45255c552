package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shangda.attachment.FileStore.Part;
import org.shangda.refusal.Refusal;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What an administrator sets about files, as the product's own beans are put together with it. */
class FileSettingsTest {

    private static final String ID = "12345678-0000-4000-8000-000000000000";
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path folder;

    private final DatabaseStore database = mock(DatabaseStore.class);
    private final DatabaseName name = mock(DatabaseName.class);

    private final ApplicationContextRunner product = new ApplicationContextRunner()
            .withBean(DatabaseStore.class, () -> database)
            .withBean(DatabaseName.class, () -> name)
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(FileStores.Settings.class, FileStores.class, FolderStore.class, Inspection.class);

    private void keepsIn(ApplicationContextRunner set) {
        when(name.name()).thenReturn("jdbc:h2:here since 2026-01-01T00:00");
        set.run(started -> {
            TransactionSynchronizationManager.initSynchronization();
            try {
                started.getBean(FileStores.class).forNew().write(ID, Part.CONTENT, CONTENT);
            } finally {
                TransactionSynchronizationManager.clearSynchronization();
            }
        });
    }

    private boolean isInFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(ID));
        }
    }

    @Test
    void without_a_setting_files_are_kept_in_the_database() throws IOException {
        keepsIn(product.withPropertyValues("shangda.files.folder=" + folder));

        verify(database).write(ID, Part.CONTENT, CONTENT);
        assertThat(isInFolder()).isFalse();
    }

    @Test
    void one_setting_puts_them_into_a_folder() throws IOException {
        keepsIn(product.withPropertyValues("shangda.files.in=folder", "shangda.files.folder=" + folder));

        assertThat(isInFolder()).isTrue();
        verifyNoInteractions(database);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void that_the_folder_is_another_databases_is_logged_without_where_either_of_them_is(CapturedOutput output)
            throws IOException {
        when(name.name()).thenReturn("jdbc:h2:file:/home/zhouming/shangda");
        Files.writeString(folder.resolve(FolderStore.OWNER), "jdbc:h2:file:/home/yebo/shangda");

        assertThat(new FolderStore(folder, name, Clock.systemUTC()).writtenBefore(Instant.MAX))
                .isEmpty();

        assertThat(output.getAll())
                .contains("shangda.files.folder", "does not belong to this database", "docs/operations.md")
                .doesNotContain("/home", folder.toString());
    }

    @Test
    void a_place_that_there_is_not_stops_the_start() {
        product.withPropertyValues("shangda.files.in=cellar")
                .run(started ->
                        assertThat(started.getStartupFailure()).rootCause().hasMessageContaining("cellar"));
    }

    @Test
    void where_a_scanner_is_set_nothing_is_looked_into_that_it_has_not_seen() throws IOException {
        int nobodyListens;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobodyListens = socket.getLocalPort();
        }
        product.withPropertyValues("shangda.files.clamd=127.0.0.1:" + nobodyListens)
                .run(started -> assertThatThrownBy(() -> inspect(started.getBean(Inspection.class)))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("file.not-scanned")));
        product.run(started ->
                assertThat(inspect(started.getBean(Inspection.class)).type()).isEqualTo(FileType.PNG));
    }

    private static Clean inspect(Inspection inspection) {
        return inspection.of(() -> new ByteArrayInputStream(SentFiles.png(8, 8)));
    }
}
