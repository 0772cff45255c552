package org.shangda.attachment;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.collections4.ListUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes what nobody has used, and what lies in the folder without a row: left by a process that died, or by a case that was
 * deleted with its retention. Any number of nodes may do so at once.
 */
@Component
class FileSweep {

    private static final int AT_ONCE = 500;

    private final Attachments attachments;
    private final AttachmentRepository rows;
    private final FolderStore folder;
    private final Clock clock;

    FileSweep(Attachments attachments, AttachmentRepository rows, FolderStore folder, Clock clock) {
        this.attachments = attachments;
        this.rows = rows;
        this.folder = folder;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${shangda.files.sweep:PT1H}", fixedDelayString = "${shangda.files.sweep:PT1H}")
    void sweep() {
        attachments.throwAwayUnused();
        Instant moment = clock.instant().minus(Attachments.UNUSED);
        for (List<String> some : ListUtils.partition(folder.writtenBefore(moment), AT_ONCE)) {
            Set<String> known = new HashSet<>(rows.known(some));
            some.stream().filter(id -> !known.contains(id)).forEach(folder::sweep);
        }
    }
}
