package org.shangda.monitoring.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.shangda.monitoring.WhatIf;
import org.shangda.monitoring.WhatIf.Answer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 试算: what another table would make of today's list, on the page 流程与规则. For administrators. */
@RestController
class WhatIfController {

    private final WhatIf whatIf;

    WhatIfController(WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    @PostMapping(path = "/api/rules/what-if", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Answer ask(@RequestPart MultipartFile file) {
        try {
            return whatIf.ask(String.valueOf(file.getOriginalFilename()).replaceAll(".*[/\\\\]", ""), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
