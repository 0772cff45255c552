package org.shangda.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.shangda.numbering.CaseNumbers;
import org.shangda.numbering.Monitors;
import org.shangda.numbering.Submissions;
import org.shangda.pairing.ListReader.Column;
import org.shangda.programme.Programmes;
import org.shangda.refusal.Refusal;
import org.shangda.tables.Remark;
import org.shangda.tables.Table;
import org.shangda.tables.Unreadable;
import org.shangda.university.Unit;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over pairs that were there before from a college's file. */
@Service
public class PairImport {

    private final Waves waves;
    private final WaveRows rows;
    private final WaveSending sending;
    private final Census census;
    private final Arrangers arrangers;
    private final Programmes programmes;
    private final CaseNumbers numbers;
    private final Submissions submissions;
    private final Monitors monitors;
    private final TransactionTemplate transaction;

    PairImport(
            Waves waves,
            WaveRows rows,
            WaveSending sending,
            Census census,
            Arrangers arrangers,
            Programmes programmes,
            CaseNumbers numbers,
            Submissions submissions,
            Monitors monitors,
            PlatformTransactionManager transactions) {
        this.waves = waves;
        this.rows = rows;
        this.sending = sending;
        this.census = census;
        this.arrangers = arrangers;
        this.programmes = programmes;
        this.numbers = numbers;
        this.submissions = submissions;
        this.monitors = monitors;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes over a college's existing pairs from a file, all or nothing.
     *
     * @param administrator whether the caller administers the system; others must answer for the college
     * @param relation of all rows; null for the one that the programme knows first
     * @param dryRun only says what would happen
     */
    public PairsReport run(
            String caller,
            boolean administrator,
            String collegeCode,
            String relation,
            InputStreamSource content,
            long size,
            boolean dryRun) {
        return transaction.execute(status -> {
            PairsReport report = taken(caller, administrator, collegeCode, relation, content, size, dryRun);
            if (!report.stored()) {
                status.setRollbackOnly();
            }
            return report;
        });
    }

    private PairsReport taken(
            String caller,
            boolean administrator,
            String collegeCode,
            String relation,
            InputStreamSource content,
            long size,
            boolean dryRun) {
        Unit college = administrator ? arrangers.known(collegeCode) : arrangers.college(caller, collegeCode);
        Arranger arranger = administrator ? Arranger.ofTheUniversity() : arrangers.arranger(caller, college.code());
        String programme = programmes.inForce(college.code(), census.today()).code();
        Table<Column> list;
        try {
            list = ListReader.read(content, size);
        } catch (Unreadable unreadable) {
            return new PairsReport(false, List.of(PairsReport.Row.of(unreadable.remark())));
        }
        List<PairsReport.Row> report = list.remarks().stream()
                // Columns that are not needed, every list has.
                .filter(remark -> remark.row() == 0 || remark.kind() != Remark.Kind.IGNORED)
                .map(PairsReport.Row::of)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!new PairsReport(false, report).clean()) {
            return new PairsReport(false, report);
        }
        Wave wave = new Wave(numbers.next("PR"), college.name(), Wave.Kind.EXISTING, caller, census.now());
        wave.of(college.code(), programme, relation(relation, programme));
        List<ListReader.Row> listed = ListReader.rows(list);
        Imported sent = new Imported(wave.unit(), wave.relation(), listed);
        if (!dryRun) {
            submissions.startedBy(caller, sent).ifPresent(number -> {
                throw Refusal.conflict("text.sent-just-now", number);
            });
            monitors.holdAll();
        }
        List<WaveRow> read = new ArrayList<>();
        Loads loads = census.loads(null);
        for (ListReader.Row row : listed) {
            try {
                WaveRow one = rows.existing(wave, caller, arranger, row);
                sending.check(wave, one, loads, arranger);
                read.add(one);
                report.add(PairsReport.Row.taken(row.number(), row.text(Column.COLLEAGUE)));
            } catch (Refusal refused) {
                report.add(PairsReport.Row.problem(
                        row.number(), row.text(Column.COLLEAGUE), refused.code(), refused.arguments()));
            }
        }
        PairsReport result = new PairsReport(false, report);
        if (!result.clean() || dryRun) {
            return result;
        }
        wave.replace(read);
        waves.save(wave);
        sending.send(wave, caller, arranger);
        submissions.started(caller, sent, wave.number());
        return new PairsReport(true, report);
    }

    /** What a second click sends again. */
    private record Imported(String college, Relation relation, List<ListReader.Row> rows) {}

    /** As asked for; unless said, the one that the programme knows first. */
    private Relation relation(String asked, String programme) {
        return Arrays.stream(Relation.values())
                .filter(one -> asked == null || one == Relation.of(asked))
                .filter(one -> !census.categories(programme, one).isEmpty())
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("pairing.wave.relation-unknown"));
    }
}
