package org.shangda;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The university's virus scanner: it takes INSTREAM as clamd(8) describes it, and finds what bears {@link #INFECTED}. It looks
 * into every upload of every test, and is there until a test stops it.
 */
public class Scanner implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** What it finds. */
    public static final String INFECTED = "shangda-test-signature";

    private static volatile byte[] lookedInto = new byte[0];

    private static ServerSocket clamd = listening(0);
    private static final int PORT = clamd.getLocalPort();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("shangda.files.clamd=127.0.0.1:" + PORT).applyTo(context);
    }

    /** The file that it was sent last. */
    public static byte[] lookedInto() {
        return lookedInto;
    }

    public static void stop() {
        try {
            clamd.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Again, at the same address. */
    public static void start() {
        if (clamd.isClosed()) {
            clamd = listening(PORT);
        }
    }

    private static ServerSocket listening(int port) {
        try {
            ServerSocket socket = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
            Thread server = new Thread(() -> serve(socket), "clamd");
            server.setDaemon(true);
            server.start();
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket asked = socket.accept()) {
                DataInputStream in = new DataInputStream(asked.getInputStream());
                in.readNBytes("zINSTREAM\0".length());
                ByteArrayOutputStream sent = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    sent.writeBytes(in.readNBytes(length));
                }
                lookedInto = sent.toByteArray();
                boolean found = sent.toString(StandardCharsets.ISO_8859_1).contains(INFECTED);
                asked.getOutputStream()
                        .write((found ? "stream: Shangda.Test FOUND\0" : "stream: OK\0")
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException hungUp) {
                // Whoever asked has gone, or a test has stopped the scanner.
            }
        }
    }
}
