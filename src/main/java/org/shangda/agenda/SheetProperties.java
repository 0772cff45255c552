package org.shangda.agenda;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * {@code shangda.agenda.sheet}: the office's own templates, .docx. They are looked at whenever a sheet is made.
 *
 * @param template location of that before the meeting; may be absent
 * @param templateAfter location of that after the meeting; may be absent
 */
@ConfigurationProperties("shangda.agenda.sheet")
record SheetProperties(Resource template, Resource templateAfter) {

    Resource of(boolean after) {
        return after ? templateAfter : template;
    }
}
