package org.shangda.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.shangda.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks clamd over TCP by its command INSTREAM (clamd(8)). A scanner that does not answer has not said that all is well. */
class ClamdScanner implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final InetSocketAddress address;
    private final Duration patience;

    /**
     * @param address whose name is looked up with every question
     * @param patience for the whole of it: the connection, the file and the answer
     */
    ClamdScanner(InetSocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public void refuseInfected(InputStream content) {
        String answer;
        try {
            answer = ask(content);
        } catch (IOException e) {
            log.warn(
                    "The virus scanner does not answer ({}); nothing can be uploaded.",
                    e.getClass().getSimpleName());
            throw Refusal.conflict("file.not-scanned");
        }
        if (answer.endsWith(" FOUND")) {
            throw Refusal.invalid("file.infected");
        }
        if (!answer.equals("stream: OK")) {
            log.warn("The virus scanner could not look into an upload.");
            throw Refusal.conflict("file.not-scanned");
        }
    }

    private String ask(InputStream content) throws IOException {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        try (Socket clamd = new Socket()) {
            // A write has no limit of its own: whatever waits at the end of all patience fails with the socket.
            asked.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> close(clamd));
            clamd.connect(new InetSocketAddress(address.getHostString(), address.getPort()), (int) patience.toMillis());
            DataOutputStream question = new DataOutputStream(clamd.getOutputStream());
            question.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int length = content.read(chunk); length > 0; length = content.read(chunk)) {
                question.writeInt(length);
                question.write(chunk, 0, length);
            }
            question.writeInt(0);
            question.flush();
            return answer(clamd.getInputStream());
        } finally {
            asked.complete(null);
        }
    }

    private static Void close(Socket clamd) {
        try {
            clamd.close();
        } catch (IOException e) {
            // Then whoever waits for it has seen that already.
        }
        return null;
    }

    /** Up to the zero with which it ends. */
    private static String answer(InputStream said) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = said.read(); next > 0 && answer.size() < LONGEST_ANSWER; next = said.read()) {
            answer.write(next);
        }
        return answer.toString(StandardCharsets.US_ASCII).strip();
    }
}
