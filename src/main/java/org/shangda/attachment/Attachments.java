package org.shangda.attachment;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shangda.numbering.Monitors;
import org.shangda.refusal.Refusal;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files are uploaded one by one, each its uploader's alone, and added to a case when it is raised or added to. Whether somebody
 * may read those of a case, its own module knows.
 */
@Service
public class Attachments {

    /** Of one case. */
    public static final int MOST = 5;

    /** That somebody has uploaded and not used. */
    static final int MOST_PENDING = 20;

    /** How long an unused file is kept. */
    static final Duration UNUSED = Duration.ofHours(24);

    private static final Duration JUST_NOW = Duration.ofMinutes(2);

    private final AttachmentRepository attachments;
    private final Inspection inspection;
    private final FileStores stores;
    private final Monitors monitors;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attachments(
            AttachmentRepository attachments,
            Inspection inspection,
            FileStores stores,
            Monitors monitors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.attachments = attachments;
        this.inspection = inspection;
        this.stores = stores;
        this.monitors = monitors;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    // --- its uploader's ----------------------------------------------------------------------------------------------

    /**
     * Looks into a file and keeps it for its uploader. Holds no connection to the database while it looks.
     *
     * @param name as the uploader calls it
     * @throws Refusal saying what is wrong with it and what to do
     */
    public AttachedFile upload(String person, String name, InputStreamSource content) {
        // Whoever has no room left need not wait for the look; what is sent again needs no room.
        if (justNow(person).isEmpty()) {
            refuseTooMany(person);
        }
        Clean clean = inspection.of(content);
        String called = FileName.of(name, clean.type());
        return transaction.execute(status -> {
            monitors.hold(Set.of("files of " + person));
            return sentJustNow(person, called, clean)
                    .map(Attachment::view)
                    .orElseGet(() -> keep(person, called, clean));
        });
    }

    private AttachedFile keep(String person, String name, Clean clean) {
        refuseTooMany(person);
        FileStore store = stores.forNew();
        Attachment attachment = attachments.saveAndFlush(
                new Attachment(UUID.randomUUID().toString(), person, name, clean, store.kind(), clock.instant()));
        store.write(attachment.id(), FileStore.Part.CONTENT, clean.content());
        if (attachment.hasThumbnail()) {
            store.write(attachment.id(), FileStore.Part.THUMBNAIL, clean.thumbnail());
        }
        return attachment.view();
    }

    /** A second click, or a telephone that sends again what was not answered in time. */
    private Optional<Attachment> sentJustNow(String person, String name, Clean clean) {
        return justNow(person).stream()
                .filter(one -> one.isThe(name, clean.digest()))
                .findFirst();
    }

    private List<Attachment> justNow(String person) {
        return attachments.findByUploaderAndCaseNumberIsNullOrderByUploadedAt(person).stream()
                .filter(one -> one.uploadedAt().isAfter(clock.instant().minus(JUST_NOW)))
                .toList();
    }

    private void refuseTooMany(String person) {
        if (pending(person).size() >= MOST_PENDING) {
            throw Refusal.conflict("file.too-many-unused", MOST_PENDING);
        }
    }

    /** What somebody has uploaded and can still add to a case. */
    public List<AttachedFile> pending(String person) {
        return attachments.findByUploaderAndCaseNumberIsNullOrderByUploadedAt(person).stream()
                .filter(this::usable)
                .map(Attachment::view)
                .toList();
    }

    private boolean usable(Attachment attachment) {
        return attachment.pending()
                && attachment.uploadedAt().isAfter(clock.instant().minus(UNUSED));
    }

    /**
     * Deletes what the person has uploaded and not used; of anything else it says nothing and does nothing.
     *
     * @throws Refusal {@code file.used} when it belongs to a case by now
     */
    @Transactional
    public void discard(String person, String id) {
        attachments
                .findById(id)
                .filter(attachment -> attachment.uploader().equals(person))
                .ifPresent(attachment -> {
                    if (!attachment.pending()) {
                        throw Refusal.conflict("file.used");
                    }
                    delete(attachment);
                });
    }

    // --- a case's ----------------------------------------------------------------------------------------------------

    /**
     * Adds files to a case, in this order, in the transaction in which the case is raised or added to.
     *
     * @param ids of files that the person has uploaded and not used yet; null for none
     * @throws Refusal when one of them is not there any more, or when there would be more than {@link #MOST}
     */
    @Transactional
    public void add(String person, List<String> ids, String number) {
        if (ids == null || ids.isEmpty()) {
            return;
        }
        Set<String> wanted = new LinkedHashSet<>(ids);
        int place = attachments.findByCaseNumberOrderByPlace(number).size();
        if (place + wanted.size() > MOST) {
            throw Refusal.invalid("file.too-many", MOST);
        }
        for (String id : wanted) {
            place++;
            Optional.ofNullable(id)
                    .flatMap(attachments::findById)
                    .filter(attachment -> attachment.uploader().equals(person) && usable(attachment))
                    .orElseThrow(() -> Refusal.invalid("file.gone"))
                    .addTo(number, place, clock.instant());
        }
    }

    /** In the order in which they were added. */
    @Transactional(readOnly = true)
    public List<AttachedFile> of(String number) {
        return attachments.findByCaseNumberOrderByPlace(number).stream()
                .map(Attachment::view)
                .toList();
    }

    /**
     * What is kept of a file of a case.
     *
     * @param thumbnail whether the small picture is meant
     * @return empty where there is none
     */
    public Optional<InputStream> read(String number, String id, boolean thumbnail) {
        return attachments
                .findByIdAndCaseNumber(id, number)
                .filter(attachment -> !thumbnail || attachment.hasThumbnail())
                .flatMap(attachment -> stores.of(attachment.keptIn())
                        .read(attachment.id(), thumbnail ? FileStore.Part.THUMBNAIL : FileStore.Part.CONTENT));
    }

    // --- what nobody needs -------------------------------------------------------------------------------------------

    /** One by one, or a file that is added to a case at this moment would keep all the others. */
    void throwAwayUnused() {
        Instant moment = clock.instant().minus(UNUSED);
        attachments.findByCaseNumberIsNullAndUploadedAtBefore(moment).stream()
                .map(Attachment::id)
                .forEach(id -> transaction.executeWithoutResult(status ->
                        attachments.findById(id).filter(Attachment::pending).ifPresent(this::delete)));
    }

    private void delete(Attachment attachment) {
        stores.of(attachment.keptIn()).delete(attachment.id());
        attachments.delete(attachment);
    }
}
