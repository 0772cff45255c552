package org.shangda.register.web;

import java.security.Principal;
import java.util.List;
import org.shangda.paper.SavedFile;
import org.shangda.register.CasePaper;
import org.shangda.register.DoneList;
import org.shangda.register.UnitRegister;
import org.shangda.register.UnitRegister.Register;
import org.shangda.register.Wanted;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 已办, 台账 and 办理单 over HTTP. */
@RestController
@RequestMapping("/api")
class RegisterController {

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
    SavedFile doneAsWorkbook(@ParameterObject Wanted wanted, Principal caller) {
        return SavedFile.excel("done", done.workbook(caller.getName(), wanted));
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
    SavedFile registerAsWorkbook(@PathVariable String unit, @ParameterObject Wanted wanted, Principal caller) {
        return SavedFile.excel("register", register.workbook(unit, caller.getName(), wanted));
    }

    /** One concern as the office files it. */
    @GetMapping("/concerns/{number}/sheet.docx")
    SavedFile word(@PathVariable String number, Principal caller) {
        return SavedFile.word(number, paper.word(number, caller.getName()));
    }

    @GetMapping("/concerns/{number}/sheet.pdf")
    SavedFile pdf(@PathVariable String number, Principal caller) {
        return SavedFile.pdf(number, paper.pdf(number, caller.getName()));
    }
}
