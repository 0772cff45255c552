package org.shangda.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * The body of one request on its way. It is closed until the caller is known: nothing waits for what a stranger sends.
 * Open, it is read only while it arrives fast enough and as long as it keeps its place among those that wait.
 *
 * <p>Whoever reads it, {@code getParameter} and uploads included, comes through here. Tomcat itself would wait in a blocking
 * read that nobody can end, so this asks again and again whether something has come.
 */
class ArrivingBody implements InputBuffer {

    /** Pauses between two looks: short while a body flows, longer while it does not. */
    private static final long SHORTEST = 1_000_000;

    private static final long LONGEST = 50_000_000;

    private final Request request;
    private final Response response;
    private final InputBuffer source;
    private final String address;
    private final WaitingBodies waiting;
    private final RequestLimits limits;
    private final boolean chunked;
    private final long begun = System.nanoTime();

    private long largest;
    private long received;
    private HttpStatus refused;
    private boolean answered;
    private boolean abandoned;

    private volatile long silentSince = begun;
    private volatile boolean cut;
    private volatile boolean reading;
    private final Thread reader = Thread.currentThread();

    ArrivingBody(Request request, Response response, String address, WaitingBodies waiting, RequestLimits limits) {
        this.request = request;
        this.response = response;
        this.source = request.getInputBuffer();
        this.address = address;
        this.waiting = waiting;
        this.limits = limits;
        this.chunked = request.getContentLengthLong() < 0;
    }

    /** @param bytes how much of it may be read, now that it is known who calls */
    void open(DataSize bytes) {
        largest = bytes.toBytes();
    }

    /** Why nothing more is read; null while nothing is wrong. */
    HttpStatus refused() {
        return refused;
    }

    /** From here on the client hears again what is answered. */
    void answer() {
        response.setSuspended(false);
    }

    /**
     * Reads what is still to come, so that the client gets to see the answer, and throws it away.
     *
     * @return whether everything has come
     */
    boolean drain(DataSize bytes) {
        answered = true;
        open(bytes);
        ApplicationBufferHandler nowhere = new Nowhere();
        try {
            while (!abandoned && !request.isFinished() && doRead(nowhere) >= 0) {
                // On.
            }
        } catch (IOException e) {
            return false;
        }
        return request.isFinished();
    }

    String address() {
        return address;
    }

    long silentSince() {
        return silentSince;
    }

    /** Not while Tomcat itself waits, which nobody can end. */
    boolean canBeCut() {
        return !reading;
    }

    void cut() {
        cut = true;
        LockSupport.unpark(reader);
    }

    @Override
    public int available() {
        return source.available();
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (request.isFinished()) {
            return source.doRead(handler);
        }
        if (largest == 0) {
            throw refuse(HttpStatus.UNAUTHORIZED);
        }
        // The beginning of a chunk looks like data and makes Tomcat wait for the rest of it.
        boolean needsPlace = chunked || !hasCome();
        if (needsPlace && !waiting.enter(this)) {
            throw refuse(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            await();
            reading = true;
            int read = source.doRead(handler);
            if (read > 0) {
                silentSince = System.nanoTime();
                received += read;
                if (received > largest) {
                    throw refuse(HttpStatus.PAYLOAD_TOO_LARGE);
                }
            }
            return read;
        } finally {
            reading = false;
            if (needsPlace) {
                waiting.leave(this);
            }
        }
    }

    private void await() throws IOException {
        for (long pause = SHORTEST; !hasCome(); pause = Math.min(2 * pause, LONGEST)) {
            if (cut || isTooSlow(System.nanoTime())) {
                throw refuse(HttpStatus.REQUEST_TIMEOUT);
            }
            LockSupport.parkNanos(this, pause);
        }
        if (cut || isTooSlow(System.nanoTime())) {
            throw refuse(HttpStatus.REQUEST_TIMEOUT);
        }
    }

    private boolean hasCome() {
        request.action(ActionCode.AVAILABLE, Boolean.TRUE);
        return request.getAvailable() > 0;
    }

    private boolean isTooSlow(long now) {
        long patience = limits.patience().toNanos();
        double allowed = patience + 1e9 * received / limits.slowest().toBytes();
        return now - silentSince > patience || now - begun > allowed;
    }

    /** Whatever the reader makes of it: what the client hears is this. */
    private IOException refuse(HttpStatus status) {
        abandoned |= status == HttpStatus.REQUEST_TIMEOUT || status == HttpStatus.SERVICE_UNAVAILABLE;
        if (refused == null && !answered) {
            refused = status;
            response.setSuspended(true);
        }
        return new IOException("the request's body is not read: " + status);
    }

    private static class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer bytes = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Whatever comes fits.
        }
    }
}
