package org.shangda.concern;

import java.time.LocalDate;
import java.util.List;
import org.shangda.numbering.Digest;
import org.shangda.refusal.Text;

/**
 * What somebody fills in to raise a concern, on the start form or over the API.
 *
 * @param type a word of the kind {@code type}
 * @param category a category of {@code department-routing}
 * @param travel {@code named}, {@code nameless-above-branch} or {@code first-receiver-only}, or another name of one of them
 * @param standAside names, staff numbers or codes of people and units that should stand aside, separated by 、 or
 *     commas; usually empty
 * @param colleague staff number or full name of the colleague for whom it is raised; empty when for oneself
 * @param consentOn the day on which that colleague agreed
 * @param consentWay how, a word of the kind {@code consent}
 * @param place where it is, in words: a building, a room
 * @param files ids of files that the caller has uploaded and not used yet, at most five
 */
public record RaiseConcern(
        @Text(max = 40) String type,
        @Text(max = 40) String category,
        @Text(max = 100) String title,
        @Text(max = 20_000) String description,
        @Text(max = 40) String travel,
        @Text(max = 500, required = false) String standAside,
        @Text(max = 64, required = false) String colleague,
        LocalDate consentOn,
        @Text(max = 40, required = false) String consentWay,
        @Text(max = 100, required = false) String place,
        List<@Text(max = 64) String> files) {

    public RaiseConcern {
        files = files == null ? List.of() : files;
    }

    /** Without a place and files. */
    public RaiseConcern(
            String type,
            String category,
            String title,
            String description,
            String travel,
            String standAside,
            String colleague,
            LocalDate consentOn,
            String consentWay) {
        this(type, category, title, description, travel, standAside, colleague, consentOn, consentWay, null, List.of());
    }

    /** The same for the same content, and for no other. */
    String digest() {
        return Digest.of(this);
    }
}
