package org.shangda.web;

import java.io.IOException;
import org.shangda.paper.SavedFile;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Sends a file as one to be saved, which no computer in between keeps: whatever controller gives it. */
@Component
class SavedFiles extends AbstractHttpMessageConverter<SavedFile> {

    SavedFiles() {
        super(MediaType.ALL);
        // The description of the API says what is sent, not what it is made of.
        SpringDocUtils.getConfig().replaceWithClass(SavedFile.class, Resource.class);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return SavedFile.class == type;
    }

    @Override
    public boolean canRead(Class<?> type, MediaType sent) {
        return false;
    }

    @Override
    protected SavedFile readInternal(Class<? extends SavedFile> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Nobody sends one.", input);
    }

    /** Whatever the client accepts: there is this file or none. */
    @Override
    protected void addDefaultHeaders(HttpHeaders headers, SavedFile file, MediaType accepted) {
        headers.setContentType(MediaType.parseMediaType(file.type()));
        headers.setContentLength(file.content().length);
        headers.setCacheControl(CacheControl.noStore());
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(file.name()).build());
    }

    @Override
    protected void writeInternal(SavedFile file, HttpOutputMessage output) throws IOException {
        output.getBody().write(file.content());
    }
}
