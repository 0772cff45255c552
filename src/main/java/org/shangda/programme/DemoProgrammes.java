package org.shangda.programme;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts each college of the demonstration under another programme, once. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoProgrammes implements ApplicationRunner {

    private static final LocalDate FROM = LocalDate.of(2025, 9, 1);

    private final ProgrammeTables tables;

    DemoProgrammes(ProgrammeTables tables) {
        this.tables = tables;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (tables.uses().stream().allMatch(use -> use.college().equals(Programmes.EVERY_OTHER))) {
            List.of(
                            new ProgrammeUse("jsj", "zhejiang", FROM),
                            new ProgrammeUse("jx", "jilin", FROM),
                            new ProgrammeUse("jg", "teaching-branch", FROM))
                    .forEach(use -> tables.use(use, null));
        }
    }
}
