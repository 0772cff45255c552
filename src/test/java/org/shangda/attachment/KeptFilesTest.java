package org.shangda.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.MEMBER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.attachment.FileStore.Kind;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files are kept with their case and no longer, in the database and in a folder alike. */
@ShangdaTest
class KeptFilesTest {

    @TempDir
    Path folder;

    @Autowired
    AttachmentRepository rows;

    @Autowired
    DatabaseStore database;

    @Autowired
    DatabaseName name;

    @Autowired
    Monitors monitors;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Autowired
    Cases cases;

    @Autowired
    JdbcTemplate jdbc;

    private Attachments attachments;
    private FileSweep sweep;
    private int made;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        jdbc.update("delete from attachment where case_number is null");
    }

    private void keptIn(Kind kind) {
        keptIn(kind, name);
    }

    private void keptIn(Kind kind, DatabaseName owner) {
        FolderStore inFolder = new FolderStore(folder, owner, clock);
        attachments = new Attachments(
                rows,
                new Inspection(content -> {}),
                new FileStores(kind, database, inFolder),
                monitors,
                transactions,
                clock);
        sweep = new FileSweep(attachments, rows, inFolder, clock);
    }

    private AttachedFile upload(String person) {
        made++;
        byte[] file = SentFiles.jpeg(700 + made, 500);
        return attachments.upload(person, "a.jpg", () -> new ByteArrayInputStream(file));
    }

    private AttachedFile send(byte[] file) {
        return attachments.upload(COLLEAGUE, "a.jpg", () -> new ByteArrayInputStream(file));
    }

    private String caseWith(AttachedFile... files) {
        String number = cases.raise(COLLEAGUE, Cases.concern());
        add(number, files);
        return number;
    }

    private void add(String number, AttachedFile... files) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> attachments.add(
                        COLLEAGUE, Stream.of(files).map(AttachedFile::id).toList(), number));
    }

    private void discard(String person, AttachedFile file) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> attachments.discard(person, file.id()));
    }

    /** How much is kept anywhere of a file, and of its small picture. */
    private long kept(AttachedFile... files) {
        long kept = 0;
        for (AttachedFile file : files) {
            kept += jdbc.queryForObject(
                    "select count(*) from attachment_piece where attachment = ?", Long.class, file.id());
        }
        return kept + inFolder().size();
    }

    private List<String> inFolder() {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> !file.equals(FolderStore.OWNER))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(String number, AttachedFile file, boolean thumbnail) {
        try (var content = attachments.read(number, file.id(), thumbnail).orElseThrow()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_kept_of_a_file_is_read_as_it_was_written_however_large_it_is(Kind kind) {
        keptIn(kind);
        String noise = new Random(7)
                .ints(700_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        byte[] file = SentFiles.pdfWith("/PageLabels 4 0 R", "<< /Length 700000 >>\nstream\n" + noise + "\nendstream");
        AttachedFile kept = attachments.upload(COLLEAGUE, "a.pdf", () -> new ByteArrayInputStream(file));

        byte[] content = read(caseWith(kept), kept, false);

        assertThat(content).hasSize((int) kept.size());
        assertThat(new String(content, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains(noise)
                .endsWith("%%EOF\n");
    }

    @ParameterizedTest
    @EnumSource
    void files_are_read_in_the_order_in_which_they_were_added_and_only_of_their_case(Kind kind) {
        keptIn(kind);
        AttachedFile first = upload(COLLEAGUE);
        AttachedFile second = upload(COLLEAGUE);
        String number = caseWith(second, first);
        String other = caseWith();

        assertThat(attachments.of(number)).containsExactly(second, first);
        assertThat(read(number, first, true)).startsWith(0xff, 0xd8);
        assertThat(attachments.read(other, first.id(), false)).isEmpty();
        assertThat(attachments.pending(COLLEAGUE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_rollback_leaves_nothing_behind(Kind kind) {
        keptIn(kind);
        AttachedFile[] uploaded = new AttachedFile[1];
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            uploaded[0] = upload(COLLEAGUE);
            assertThat(kept(uploaded[0])).isPositive();
            status.setRollbackOnly();
        });

        assertThat(kept(uploaded[0])).isZero();
        assertThat(rows.findById(uploaded[0].id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_deletes_an_unused_file_deletes_all_of_it_and_nobody_else_can(Kind kind) {
        keptIn(kind);
        AttachedFile mine = upload(COLLEAGUE);
        discard(MEMBER, mine);
        assertThat(kept(mine)).isPositive();

        discard(COLLEAGUE, mine);

        assertThat(kept(mine)).isZero();
        assertThat(attachments.pending(COLLEAGUE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_used_within_a_day_can_be_used_no_more_and_is_thrown_away(Kind kind) {
        keptIn(kind);
        AttachedFile unused = upload(COLLEAGUE);
        AttachedFile used = upload(COLLEAGUE);
        String number = caseWith(used);
        TestTime.set("2026-03-03T09:59:00");
        sweep.sweep();
        assertThat(kept(unused)).isPositive();

        TestTime.set("2026-03-03T10:01:00");
        assertThat(attachments.pending(COLLEAGUE)).isEmpty();
        assertRefused(() -> add(number, unused), "file.gone");
        sweep.sweep();

        assertThat(rows.findById(unused.id())).isEmpty();
        assertThat(read(number, used, false)).isNotEmpty();
        assertThat(inFolder()).noneMatch(name -> name.startsWith(unused.id()));
    }

    @ParameterizedTest
    @EnumSource
    void a_case_that_is_deleted_takes_its_files_with_it(Kind kind) {
        keptIn(kind);
        AttachedFile file = upload(COLLEAGUE);
        String number = caseWith(file);
        cases.endAll();
        jdbc.update("delete from step where number = ?", number);
        jdbc.update("delete from handling where number = ?", number);
        jdbc.update("delete from concern where number = ?", number);
        TestTime.set("2026-03-04T10:00:00");
        sweep.sweep();

        assertThat(rows.findById(file.id())).isEmpty();
        assertThat(kept(file)).isZero();
    }

    @Test
    void what_a_process_left_in_the_folder_that_died_is_removed_after_a_day_and_nothing_else() throws IOException {
        keptIn(Kind.FOLDER);
        AttachedFile file = upload(COLLEAGUE);
        String number = caseWith(file);
        Path orphan = Files.createDirectories(folder.resolve("00")).resolve("00000000-0000-4000-8000-000000000000");
        Path half = orphan.resolveSibling(orphan.getFileName() + ".new");
        Path foreign = folder.resolve("readme.txt");
        for (Path one : List.of(orphan, half, foreign)) {
            Files.writeString(one, "x");
            Files.setLastModifiedTime(one, FileTime.from(clock.instant()));
        }
        sweep.sweep();
        assertThat(orphan).exists();

        TestTime.set("2026-03-04T10:00:00");
        sweep.sweep();

        assertThat(orphan).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(foreign).exists();
        assertThat(read(number, file, false)).isNotEmpty();
    }

    /** A copy to try something out has rows of its own to throw away, and none of what came to the original since. */
    @Test
    void a_copy_of_the_database_removes_no_file_of_the_original() {
        keptIn(Kind.FOLDER);
        AttachedFile thrownAwayThere = upload(COLLEAGUE);
        AttachedFile unknownThere = upload(COLLEAGUE);
        TestTime.set("2026-03-04T10:00:00");
        DatabaseName copy = Mockito.mock(DatabaseName.class, called -> "jdbc:h2:copy");
        keptIn(Kind.FOLDER, copy);

        discard(COLLEAGUE, thrownAwayThere);
        rows.deleteById(unknownThere.id());
        sweep.sweep();

        assertThat(inFolder()).contains(thrownAwayThere.id(), unknownThere.id());
    }

    @Test
    void files_stay_readable_where_they_are_when_the_setting_changes() {
        keptIn(Kind.FOLDER);
        AttachedFile before = upload(COLLEAGUE);
        keptIn(Kind.DATABASE);
        AttachedFile after = upload(COLLEAGUE);
        String number = caseWith(before, after);

        assertThat(read(number, before, false)).isNotEmpty();
        assertThat(read(number, after, false)).isNotEmpty();
    }

    @Test
    void a_case_has_at_most_five_files_and_a_person_at_most_twenty_that_are_not_used() {
        keptIn(Kind.DATABASE);
        AttachedFile[] six = Stream.generate(() -> upload(COLLEAGUE)).limit(6).toArray(AttachedFile[]::new);
        assertRefused(() -> caseWith(six), "file.too-many");
        String number = caseWith(six[0], six[1], six[2], six[3], six[4]);
        assertRefused(() -> add(number, six[5]), "file.too-many");
        assertRefused(() -> discard(COLLEAGUE, six[0]), "file.used");

        Stream.generate(() -> upload(COLLEAGUE)).limit(19).forEach(file -> {});
        assertRefused(() -> upload(COLLEAGUE), "file.too-many-unused");
        assertThat(upload(MEMBER)).isNotNull();
    }

    @Test
    void nobody_adds_what_is_not_theirs_or_has_a_case_already() {
        keptIn(Kind.DATABASE);
        AttachedFile others = upload(MEMBER);
        AttachedFile used = upload(COLLEAGUE);
        String number = caseWith(used);

        assertRefused(() -> add(number, others), "file.gone");
        assertRefused(() -> add(caseWith(), used), "file.gone");
    }

    /** A second click, on the last one that there is room for. */
    @Test
    void the_same_file_sent_again_at_once_is_the_same() {
        keptIn(Kind.DATABASE);
        AttachedFile[] others =
                Stream.generate(() -> upload(COLLEAGUE)).limit(19).toArray(AttachedFile[]::new);
        byte[] file = SentFiles.jpeg(64, 64);
        AttachedFile once = send(file);
        assertThat(send(file)).isEqualTo(once);

        TestTime.set("2026-03-02T10:03:00");
        discard(COLLEAGUE, others[0]);
        assertThat(send(file).id()).isNotEqualTo(once.id());
    }

    private static void assertRefused(ThrowingCallable act, String sentence) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).extracting("code").isEqualTo(sentence);
    }
}
