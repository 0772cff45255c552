package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.refusal.Refusal;

/** Against a server that takes INSTREAM as clamd(8) describes it. */
class ClamdScannerTest {

    private static final byte[] FILE = new byte[200_000];

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

        assertThatCode(() -> scanner().refuseInfected(FILE)).doesNotThrowAnyException();
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

        assertThatThrownBy(
                        () -> new Inspection(scanner).of(() -> new java.io.ByteArrayInputStream(SentFiles.jpeg(8, 8))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("file.not-scanned"));
    }

    @Test
    void without_the_setting_nobody_is_asked() {
        VirusScanner none = new FileProperties(FileStore.Kind.DATABASE, null, "", Duration.ofSeconds(2)).scanner();

        assertThatCode(() -> none.refuseInfected(FILE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamd", "clamd:port", "http://clamd:3310", ":3310"})
    void a_setting_that_names_no_scanner_stops_the_start(String setting) {
        assertThatThrownBy(() -> new FileProperties(FileStore.Kind.DATABASE, null, setting, Duration.ofSeconds(2)))
                .hasMessageContaining("shangda.files.clamd");
    }

    private void assertRefused(String sentence) {
        VirusScanner scanner = scanner();
        assertThatThrownBy(() -> scanner.refuseInfected(FILE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(sentence));
    }
}
