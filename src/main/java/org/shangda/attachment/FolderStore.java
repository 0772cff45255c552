package org.shangda.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files in a folder, written before the transaction ends and deleted after it. What a process leaves behind that dies in
 * between, the sweep removes.
 */
@Component
class FolderStore implements FileStore {

    private static final Logger log = LoggerFactory.getLogger(FolderStore.class);
    private static final Pattern ID = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\\..*)?");

    /** Names the database whose rows say what in the folder is needed. */
    static final String OWNER = "database";

    private final Path folder;
    private final DatabaseName database;
    private final Clock clock;

    @Autowired
    FolderStore(FileProperties properties, DatabaseName database, Clock clock) {
        this(properties.folder(), database, clock);
    }

    FolderStore(Path folder, DatabaseName database, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.FOLDER;
    }

    @Override
    public void write(String id, Part part, byte[] content) {
        Path file = file(id, part);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                // Where nobody knows how it ended, the sweep looks at what the database says.
                if (status == STATUS_ROLLED_BACK) {
                    remove(file);
                }
            }
        });
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            nameOwner();
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                for (ByteBuffer bytes = ByteBuffer.wrap(content); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.setLastModifiedTime(beside, FileTime.from(clock.instant()));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<InputStream> read(String id, Part part) {
        try {
            return Optional.of(Files.newInputStream(file(id, part)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing where the folder is another database's: a copy has the row of a file that the original goes on using. */
    @Override
    public void delete(String id) {
        if (!isOwn()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                for (Part part : Part.values()) {
                    remove(file(id, part));
                }
            }
        });
    }

    /** Whoever is first; a folder that has an owner keeps it. */
    private void nameOwner() throws IOException {
        Path owner = folder.resolve(OWNER);
        if (Files.exists(owner) && Files.size(owner) == 0) {
            // The disk was full when it was to be written.
            Files.deleteIfExists(owner);
        }
        if (Files.notExists(owner)) {
            try {
                Files.writeString(owner, database.name(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException another) {
                // Then that one has it.
            }
        }
    }

    /** Whether the rows of this database say what in the folder is needed: another's files have no row here. */
    private boolean isOwn() {
        try {
            return Files.readString(folder.resolve(OWNER)).strip().equals(database.name());
        } catch (IOException nobodyIsNamed) {
            return false;
        }
    }

    /** Of those that were written before a moment, the ids that their files' names say; nothing of what is another database's. */
    List<String> writtenBefore(Instant moment) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        if (!isOwn()) {
            // Neither name: where a database lies may tell whose machine it is.
            log.warn(
                    "The folder shangda.files.folder does not belong to this database, so no file is removed from it."
                            + " Its file \"{}\" says to which one it belongs; what to do is in docs/operations.md.",
                    OWNER);
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> modified(file).isBefore(moment))
                    .map(file -> ID.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever is there of an id that no row names. */
    void sweep(String id) {
        for (Part part : Part.values()) {
            Path file = file(id, part);
            remove(file);
            remove(file.resolveSibling(file.getFileName() + ".new"));
        }
    }

    private Path file(String id, Part part) {
        String name = part == Part.CONTENT ? id : id + "." + part.name().toLowerCase(Locale.ROOT);
        return folder.resolve(id.substring(0, 2)).resolve(name);
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What it belonged to is gone all the same; the sweep comes again.
            log.warn(
                    "A file that nobody needs could not be deleted ({}).",
                    e.getClass().getSimpleName());
        }
    }
}
