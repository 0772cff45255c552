package org.shangda.engine.web;

import static java.util.stream.Collectors.joining;

import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.shangda.engine.WaitingWork;
import org.shangda.paper.ExcelTable;
import org.shangda.paper.SavedFile;
import org.shangda.refusal.Sentences;
import org.shangda.work.Desk.Page;
import org.shangda.work.Desk.Row;
import org.shangda.work.Desk.Wish;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 工作台: what waits for whoever asks, in lists with counts, and one of them as a workbook. */
@RestController
@RequestMapping("/api")
class DeskController {

    private static final List<String> COLUMNS =
            List.of("number", "kind", "title", "raiser", "about", "where", "times", "newest");

    private final WaitingWork work;
    private final Sentences say;

    DeskController(WaitingWork work, Sentences say) {
        this.work = work;
        this.say = say;
    }

    /** A page of one list. */
    @GetMapping("/desk")
    Page page(@ParameterObject Wish wish, Principal caller) {
        return work.desk(caller.getName(), wish);
    }

    /** All pages of one list in one file; more than 1,000 rows are refused. Without a list, all that waits. */
    @GetMapping("/desk.xlsx")
    SavedFile workbook(@ParameterObject Wish wish, Principal caller) {
        List<Row> rows = work.rows(caller.getName(), wish);
        return SavedFile.excel("desk", table(rows));
    }

    private byte[] table(List<Row> rows) {
        try (ExcelTable table =
                new ExcelTable(say.of("desk.title"), COLUMNS, column -> say.of("desk.column." + column))) {
            rows.forEach(row -> table.row(
                    row.number(),
                    row.kind(),
                    row.title(),
                    row.raiser(),
                    row.about(),
                    row.where(),
                    row.times().stream()
                            .map(time -> Stream.of(time.label(), time.words())
                                    .filter(text -> !text.isEmpty())
                                    .collect(joining(" ")))
                            .collect(joining("\n")),
                    row.newest()));
            return table.bytes();
        }
    }
}
