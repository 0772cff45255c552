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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /**
     * A page of one list.
     *
     * @param list receive, doing, today, late, sign, rate or done; without it the first in which something waits
     * @param q stands in title or number
     * @param unit code of the unit where it stands
     * @param category code
     * @param level code
     * @param state overdue, today, soon, left, rests or none
     * @param page from 0
     */
    @GetMapping("/desk")
    Page page(
            @RequestParam(required = false) String list,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String level,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "0") int page,
            Principal caller) {
        return work.desk(caller.getName(), new Wish(list, q, unit, category, level, state, page));
    }

    /** All pages of one list in one file; more than 1,000 rows are refused. Without a list, all that waits. */
    @GetMapping("/desk.xlsx")
    SavedFile workbook(
            @RequestParam(required = false) String list,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String level,
            @RequestParam(required = false) String state,
            Principal caller) {
        List<Row> rows = work.rows(caller.getName(), new Wish(list, q, unit, category, level, state, 0));
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
