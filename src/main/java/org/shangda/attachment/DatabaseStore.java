package org.shangda.attachment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files in the database, cut into pieces: neither side ever holds a whole one for a slow reader. */
@Component
class DatabaseStore implements FileStore {

    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    DatabaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.DATABASE;
    }

    @Override
    public void write(String id, Part part, byte[] content) {
        for (int piece = 0; piece * PIECE < content.length; piece++) {
            jdbc.sql(
                            "insert into attachment_piece (attachment, part, piece, bytes) values (:id, :part, :piece, :bytes)")
                    .param("id", id)
                    .param("part", part.name())
                    .param("piece", piece)
                    .param(
                            "bytes",
                            Arrays.copyOfRange(content, piece * PIECE, Math.min(content.length, (piece + 1) * PIECE)))
                    .update();
        }
    }

    @Override
    public Optional<InputStream> read(String id, Part part) {
        return piece(id, part, 0).map(first -> new SequenceInputStream(new Pieces(id, part, first)));
    }

    private Optional<byte[]> piece(String id, Part part, int piece) {
        return jdbc.sql("select bytes from attachment_piece where attachment = :id and part = :part and piece = :piece")
                .param("id", id)
                .param("part", part.name())
                .param("piece", piece)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    @Override
    public void delete(String id) {
        // The pieces go with the row, whoever deletes it.
    }

    /** Each is asked for when the one before it has been read. */
    private class Pieces implements Enumeration<InputStream> {

        private final String id;
        private final Part part;
        private Optional<byte[]> next;
        private int read;

        Pieces(String id, Part part, byte[] first) {
            this.id = id;
            this.part = part;
            this.next = Optional.of(first);
        }

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            byte[] bytes = next.orElseThrow(NoSuchElementException::new);
            read++;
            next = bytes.length < PIECE ? Optional.empty() : piece(id, part, read);
            return new ByteArrayInputStream(bytes);
        }
    }
}
