package org.shangda.concern.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import org.shangda.attachment.AttachedFile;
import org.shangda.concern.ConcernFiles;
import org.shangda.concern.ConcernFiles.Opened;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Photos and documents of a concern, for whoever may read its text. */
@RestController
@RequestMapping("/api/concerns/{number}/files")
class ConcernFilesController {

    /** Whatever a file may be after all, nothing in it runs, loads or belongs to this site. */
    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private final ConcernFiles files;

    ConcernFilesController(ConcernFiles files) {
        this.files = files;
    }

    @GetMapping
    List<AttachedFile> files(@PathVariable String number, Principal caller) {
        return files.of(number, caller.getName());
    }

    /** A picture is shown, a document is saved. */
    @GetMapping("/{file}")
    ResponseEntity<InputStreamResource> file(@PathVariable String number, @PathVariable String file, Principal caller) {
        Opened opened = files.open(number, file, caller.getName());
        MediaType type = MediaType.parseMediaType(opened.file().type());
        return served(opened, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (type.getType().equals("image") ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(opened.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentLength(opened.file().size())
                .body(new InputStreamResource(opened.content()));
    }

    /** A JPEG of at most 320 by 320 pixels; 404 for a document. */
    @GetMapping("/{file}/thumbnail")
    ResponseEntity<InputStreamResource> thumbnail(
            @PathVariable String number, @PathVariable String file, Principal caller) {
        Opened opened = files.openThumbnail(number, file, caller.getName());
        return served(opened, MediaType.IMAGE_JPEG).body(new InputStreamResource(opened.content()));
    }

    private static ResponseEntity.BodyBuilder served(Opened opened, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }
}
