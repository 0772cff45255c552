package org.shangda.reporting.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a file to be saved, which no computer in between keeps. */
final class Files {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Files() {}

    static ResponseEntity<byte[]> word(String name, byte[] content) {
        return file(name + ".docx", WORD, content);
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return file(name + ".pdf", MediaType.APPLICATION_PDF, content);
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
