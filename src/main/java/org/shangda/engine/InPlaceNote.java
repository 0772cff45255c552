package org.shangda.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** 代办: whoever is asked in the place of somebody on leave reads so above the form, whichever it is. */
final class InPlaceNote {

    private InPlaceNote() {}

    static void above(ObjectNode form, String sentence) {
        form.withArray("components")
                .insertObject(0)
                .put("type", "text")
                .put("id", "Text_inPlace")
                .put("text", "**" + FilledForm.escaped(sentence) + "**");
    }
}
