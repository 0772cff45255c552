package org.shangda.attachment.web;

import java.security.Principal;
import java.util.List;
import org.shangda.attachment.AttachedFile;
import org.shangda.attachment.Attachments;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the caller has uploaded and not used yet; a case is raised or added to with the ids. */
@RestController
@RequestMapping("/api/files")
class FilesController {

    private final Attachments attachments;

    FilesController(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A JPEG, a PNG or a PDF of at most 10 MB, checked by its content. Unused, it is thrown away after a day. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AttachedFile upload(@RequestPart MultipartFile file, Principal caller) {
        return attachments.upload(caller.getName(), file.getOriginalFilename(), file);
    }

    @GetMapping
    List<AttachedFile> unused(Principal caller) {
        return attachments.pending(caller.getName());
    }

    @DeleteMapping("/{file}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String file, Principal caller) {
        attachments.discard(caller.getName(), file);
    }
}
