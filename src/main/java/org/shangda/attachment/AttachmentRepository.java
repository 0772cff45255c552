package org.shangda.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AttachmentRepository extends JpaRepository<Attachment, String> {

    List<Attachment> findByCaseNumberOrderByPlace(String number);

    Optional<Attachment> findByIdAndCaseNumber(String id, String number);

    List<Attachment> findByUploaderAndCaseNumberIsNullOrderByUploadedAt(String uploader);

    List<Attachment> findByCaseNumberIsNullAndUploadedAtBefore(Instant moment);

    @Query("select a.id from Attachment a where a.id in :ids")
    List<String> known(List<String> ids);
}
