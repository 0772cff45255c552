package org.shangda.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.shangda.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks clamd over TCP by its command INSTREAM (clamd(8)). A scanner that does not answer has not said that all is well. */
class ClamdScanner implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final String host;
    private final int port;
    private final Duration patience;

    /** @param patience for the connection, and for every part of the answer */
    ClamdScanner(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public void refuseInfected(byte[] content) {
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

    private String ask(byte[] content) throws IOException {
        try (Socket clamd = new Socket()) {
            clamd.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            clamd.setSoTimeout((int) patience.toMillis());
            DataOutputStream question = new DataOutputStream(clamd.getOutputStream());
            question.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                int length = Math.min(CHUNK, content.length - from);
                question.writeInt(length);
                question.write(content, from, length);
            }
            question.writeInt(0);
            question.flush();
            return answer(clamd.getInputStream());
        }
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
