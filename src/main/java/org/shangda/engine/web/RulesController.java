package org.shangda.engine.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shangda.engine.versions.RuleChanges.Reason;
import org.shangda.engine.versions.RuleUpkeep;
import org.shangda.engine.versions.RuleVersions;
import org.shangda.engine.versions.RuleVersions.Entry;
import org.shangda.engine.versions.RuleVersions.Overview;
import org.shangda.engine.versions.RuleVersions.RuleFileView;
import org.shangda.paper.SavedFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 流程与规则: which diagrams, tables and forms are in force, how they came there, and back. For administrators. */
@RestController
@RequestMapping("/api/rules")
class RulesController {

    private final RuleVersions versions;
    private final RuleUpkeep upkeep;

    RulesController(RuleVersions versions, RuleUpkeep upkeep) {
        this.versions = versions;
        this.upkeep = upkeep;
    }

    @GetMapping
    Overview overview() {
        return versions.overview();
    }

    /** @param name of the file, as the overview has it */
    @GetMapping("/file")
    RuleFileView file(@RequestParam String name) {
        return versions.file(name);
    }

    /** Newest first, so many at a time. @param before id of the last one that is known */
    @GetMapping("/changes")
    List<Entry> changes(@RequestParam(required = false) Long before) {
        return versions.changes(before);
    }

    /** Everything in force, as a ZIP file. */
    @GetMapping("/set")
    SavedFile set() {
        return SavedFile.zip("shangda-rules", versions.set());
    }

    /** Deploys files, all or none. */
    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deploy(
            @RequestPart List<MultipartFile> file,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) String document,
            Principal caller) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        file.forEach(one -> files.put(name(one), content(one)));
        upkeep.deploy(files, new Reason(reason, document), caller.getName());
    }

    /** Without the folders of whoever sends it. */
    private static String name(MultipartFile file) {
        return String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]", "");
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param change id of the change after which everything was as it is to be again */
    record Back(Long change, String reason, String document) {}

    /** One click back. */
    @PostMapping("/back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void back(@RequestBody Back back, Principal caller) {
        upkeep.back(
                back.change() == null ? -1 : back.change(),
                new Reason(back.reason(), back.document()),
                caller.getName());
    }

    /** @param choices {@code shipped} or {@code mine}, by file */
    record Decision(Map<String, String> choices, String reason, String document) {}

    /** Decides about files that both sides have changed, or gives up one's own version of one. */
    @PostMapping("/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@RequestBody Decision decision, Principal caller) {
        upkeep.decide(
                decision.choices() == null ? Map.of() : decision.choices(),
                new Reason(decision.reason(), decision.document()),
                caller.getName());
    }
}
