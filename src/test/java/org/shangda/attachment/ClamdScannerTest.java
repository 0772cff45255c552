package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.refusal.Refusal;

/** Against a server that takes INSTREAM as clamd(8) describes it. */
class ClamdScannerTest {

    private static final byte[] FILE = new byte[200_000];

    private final AtomicBoolean scanning = new AtomicBoolean();
    private ServerSocket clamd;

    @BeforeEach
    void listen() throws IOException {
        clamd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        clamd.close();
    }

    private VirusScanner scanner() {
        return new FileProperties(
                        FileStore.Kind.DATABASE, null, "127.0.0.1:" + clamd.getLocalPort(), Duration.ofSeconds(2))
                .scanner();
    }

    /** @return what it was sent */
    private CompletableFuture<byte[]> answers(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket asked = clamd.accept()) {
                DataInputStream in = new DataInputStream(asked.getInputStream());
                assertThat(in.readNBytes(10)).asString().isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream sent = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    sent.writeBytes(in.readNBytes(length));
                }
                asked.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return sent.toByteArray();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void what_is_clean_is_taken_and_was_sent_whole() {
        FILE[199_999] = 1;
        CompletableFuture<byte[]> sent = answers("stream: OK\0");

        assertThatCode(() -> scanner().refuseInfected(new ByteArrayInputStream(FILE)))
                .doesNotThrowAnyException();
        assertThat(sent.join()).isEqualTo(FILE);
    }

    @Test
    void what_is_infected_is_refused() {
        answers("stream: Eicar-Test-Signature FOUND\0");

        assertRefused("file.infected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR\0", "", "stream: OK and more\0", "hello"})
    void what_nobody_vouches_for_is_refused(String answer) {
        answers(answer);

        assertRefused("file.not-scanned");
    }

    @Test
    void a_scanner_that_is_not_there_lets_nothing_through() throws IOException {
        VirusScanner scanner = scanner();
        clamd.close();

        assertThatThrownBy(() -> new Inspection(scanner).of(() -> new ByteArrayInputStream(SentFiles.jpeg(8, 8))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("file.not-scanned"));
    }

    /** Ten megabytes fill what lies between the two, so that the scanner cannot even send. */
    @Test
    @Timeout(60)
    void a_scanner_that_takes_nothing_is_waited_for_no_longer_than_patience_lasts() {
        VirusScanner hung = scanner();

        assertThatThrownBy(() -> hung.refuseInfected(new ByteArrayInputStream(new byte[10 * 1024 * 1024])))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("file.not-scanned"));
    }

    /** Each of its letters comes in time, and the whole of it never does. */
    @Test
    @Timeout(60)
    void a_scanner_that_answers_letter_by_letter_is_waited_for_no_longer_either() {
        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> {
            try (Socket asked = clamd.accept()) {
                while (true) {
                    asked.getInputStream().read(new byte[100_000]);
                    asked.getOutputStream().write('s');
                }
            } catch (IOException gone) {
                // The product has hung up.
            }
        });

        assertRefused("file.not-scanned");
        left.join();
    }

    /** Or one scanner that hangs would hold everybody up in turn. */
    @Test
    void while_one_file_is_scanned_another_is_looked_into() {
        Inspection inspection = new Inspection(content -> {
            if (scanning.compareAndSet(false, true)) {
                assertThat(new Inspection(other -> {})
                                .of(() -> new ByteArrayInputStream(SentFiles.jpeg(8, 8)))
                                .type())
                        .isEqualTo(FileType.JPEG);
            }
        });

        assertThat(inspection
                        .of(() -> new ByteArrayInputStream(SentFiles.png(8, 8)))
                        .type())
                .isEqualTo(FileType.PNG);
        assertThat(scanning).isTrue();
    }

    @Test
    void without_the_setting_nobody_is_asked() {
        VirusScanner none = new FileProperties(FileStore.Kind.DATABASE, null, "", Duration.ofSeconds(2)).scanner();

        assertThatCode(() -> none.refuseInfected(new ByteArrayInputStream(FILE)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "clamd:port", "http://clamd:3310", ":3310", "clamd:99999"})
    void a_setting_that_names_no_scanner_stops_the_start(String setting) {
        assertThatThrownBy(() -> new FileProperties(FileStore.Kind.DATABASE, null, setting, Duration.ofSeconds(2)))
                .hasMessageContaining("shangda.files.clamd");
    }

    private void assertRefused(String sentence) {
        VirusScanner scanner = scanner();
        assertThatThrownBy(() -> scanner.refuseInfected(new ByteArrayInputStream(FILE)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(sentence));
    }
}
