package org.shangda.register.web;

import java.security.Principal;
import java.util.List;
import org.shangda.register.CasePaper;
import org.shangda.register.DoneList;
import org.shangda.register.UnitRegister;
import org.shangda.register.UnitRegister.Register;
import org.shangda.register.Wanted;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 已办, 台账 and 办理单 over HTTP. */
@RestController
@RequestMapping("/api")
class RegisterController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final DoneList done;
    private final UnitRegister register;
    private final CasePaper paper;

    RegisterController(DoneList done, UnitRegister register, CasePaper paper) {
        this.done = done;
        this.register = register;
        this.paper = paper;
    }

    /** What the caller has handled, signed, supervised, raised or rated. */
    @GetMapping("/done")
    DoneList.Page done(@ParameterObject Wanted wanted, Principal caller) {
        return done.page(caller.getName(), wanted);
    }

    @GetMapping("/done/done.xlsx")
    ResponseEntity<byte[]> doneAsWorkbook(@ParameterObject Wanted wanted, Principal caller) {
        return file("done.xlsx", EXCEL, done.workbook(caller.getName(), wanted));
    }

    /** The registers that the caller may open. */
    @GetMapping("/registers")
    List<Register> registers(Principal caller) {
        return register.registers(caller.getName());
    }

    /** What a unit has received. */
    @GetMapping("/registers/{unit}")
    UnitRegister.Page register(@PathVariable String unit, @ParameterObject Wanted wanted, Principal caller) {
        return register.page(unit, caller.getName(), wanted);
    }

    @GetMapping("/registers/{unit}/register.xlsx")
    ResponseEntity<byte[]> registerAsWorkbook(
            @PathVariable String unit, @ParameterObject Wanted wanted, Principal caller) {
        return file("register.xlsx", EXCEL, register.workbook(unit, caller.getName(), wanted));
    }

    /** One concern as the office files it. */
    @GetMapping("/concerns/{number}/sheet.docx")
    ResponseEntity<byte[]> word(@PathVariable String number, Principal caller) {
        byte[] content = paper.word(number, caller.getName());
        return file(number + ".docx", WORD, content);
    }

    @GetMapping("/concerns/{number}/sheet.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number, Principal caller) {
        byte[] content = paper.pdf(number, caller.getName());
        return file(number + ".pdf", MediaType.APPLICATION_PDF, content);
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
