package org.shangda.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.shangda.calendar.OfficeHours;
import org.shangda.monitoring.Findings.Look;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledActions.Offered;
import org.shangda.monitoring.StalledList.Count;
import org.shangda.monitoring.StalledList.Mine;
import org.shangda.monitoring.StalledRows.Item;
import org.shangda.programme.Programme;
import org.shangda.programme.Programmes;
import org.shangda.programme.StalledWhen.Cause;
import org.shangda.programme.StalledWhen.Severity;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 停滞事项 as it is read: the proof, what stands still on the reader's line, and who can unblock it. */
@Service
@Transactional(readOnly = true)
public class StalledView {

    private static final int PAGE = 50;

    /** Rows of a file; whoever has more narrows the list. */
    private static final int FILE = 5_000;

    /** After this time without a look the page says that the list is old. */
    private static final Duration OLD = Duration.ofMinutes(10);

    private static final Duration OLD_PROOF = Duration.ofHours(1);

    private final StalledList list;
    private final StalledRows rows;
    private final StalledActions actions;
    private final StandInView standIns;
    private final Findings findings;
    private final Line line;
    private final University university;
    private final Programmes programmes;
    private final OfficeHours hours;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    StalledView(
            StalledList list,
            StalledRows rows,
            StalledActions actions,
            StandInView standIns,
            Findings findings,
            Line line,
            University university,
            Programmes programmes,
            OfficeHours hours,
            Words words,
            Sentences sentences,
            Clock clock) {
        this.list = list;
        this.rows = rows;
        this.actions = actions;
        this.standIns = standIns;
        this.findings = findings;
        this.line = line;
        this.university = university;
        this.programmes = programmes;
        this.hours = hours;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param head the proof in one sentence
     * @param whole whether every open case of the reader's line has what it must have, and both looks are fresh
     * @param standIns who answers meanwhile for units of the reader's line that have nobody
     */
    public record Page(
            String head,
            boolean whole,
            List<Choice> severities,
            List<Choice> causes,
            List<Choice> levels,
            List<Choice> units,
            List<Choice> programmes,
            List<Item> rows,
            List<Offered> actions,
            List<StandInView.Shown> standIns,
            int total,
            int page,
            int pageSize) {}

    /** Something to narrow the list by, and how many rows it leaves. */
    public record Choice(String code, String label, int count) {}

    public Page page(String person, Power power, StalledFilter filter) {
        Reader reader = line.reading(person, power);
        Mine mine = list.mine(reader);
        List<Count> all = list.counts(mine);
        List<Look> looks = findings.looks();
        boolean whole = isWhole(looks, all);
        Mine shown = shown(mine, reader, filter);
        List<Count> counts = filter.watched() ? list.counts(shown) : all;
        List<Stalled> rows = list.rows(shown, filter, filter.page() * PAGE, PAGE);
        Map<String, List<String>> open = actions.open(reader, rows);
        return new Page(
                head(looks, all, whole, cases -> list.proved(reader, cases)),
                whole,
                severities(counts),
                choices(counts, Count::cause, code -> sentences.of("stalled.cause." + code)),
                choices(counts, Count::level, code -> words.label("level", code)),
                choices(counts, Count::unit, university::nameOfUnit),
                choices(counts, Count::programme, this::nameOfProgramme),
                this.rows.items(reader, rows, open),
                actions.offered(open),
                standIns.of(reader),
                filter.ofOneCase()
                        ? rows.size()
                        : counts.stream()
                                .filter(count -> matches(count, filter.codes()))
                                .mapToInt(Count::count)
                                .sum(),
                filter.page(),
                PAGE);
    }

    /** The same rows as a workbook, without names. */
    public byte[] workbook(String person, Power power, StalledFilter filter) {
        Reader reader = line.reading(person, power);
        List<Stalled> rows = list.rows(shown(list.mine(reader), reader, filter), filter, 0, FILE + 1);
        if (rows.size() > FILE) {
            throw Refusal.invalid("stalled.too-many", FILE);
        }
        return new StalledWorkbook(sentences).of(this.rows.items(reader, rows, Map.of()));
    }

    private Mine shown(Mine mine, Reader reader, StalledFilter filter) {
        return filter.watched() ? list.watched(mine, reader) : mine;
    }

    /** The proof in one sentence, as on the page, of what may be handed round. */
    String proofHandedRound(Reader reader) {
        List<Count> all = list.counts(list.handedRound(reader));
        List<Look> looks = findings.looks();
        return head(looks, all, isWhole(looks, all), cases -> list.provedHandedRound(reader, cases));
    }

    // --- the proof ---------------------------------------------------------------------------------------------------

    private static Look look(List<Look> looks, Pace pace) {
        return looks.stream()
                .filter(one -> one.pace().equals(pace.code()))
                .findAny()
                .orElseThrow();
    }

    private boolean isWhole(List<Look> looks, List<Count> counts) {
        return broken(counts) == 0
                && isFresh(look(looks, Pace.MINUTE), OLD)
                && isFresh(look(looks, Pace.PROOF), OLD_PROOF);
    }

    private boolean isFresh(Look look, Duration limit) {
        return look.at() != null
                && look.failedAt() == null
                && !look.at().isBefore(clock.instant().minus(limit));
    }

    private static int broken(List<Count> counts) {
        Set<String> codes = Arrays.stream(Cause.values())
                .filter(Cause::breaksTheProof)
                .map(Cause::code)
                .collect(Collectors.toSet());
        return counts.stream()
                .filter(count -> codes.contains(count.cause()))
                .mapToInt(Count::count)
                .sum();
    }

    /** @param proved of all cases that the proof has looked at, how many are told */
    private String head(List<Look> looks, List<Count> counts, boolean whole, IntUnaryOperator proved) {
        Look proof = look(looks, Pace.PROOF);
        Look minute = look(looks, Pace.MINUTE);
        if (proof.at() == null || minute.at() == null) {
            return sentences.of("stalled.never");
        }
        if (whole) {
            return sentences.of("stalled.whole", moment(proof.at()), proved.applyAsInt(proof.cases()));
        }
        if (broken(counts) > 0) {
            return sentences.of("stalled.broken", moment(proof.at()), proved.applyAsInt(proof.cases()), broken(counts));
        }
        Look old = isFresh(minute, OLD) ? proof : minute;
        return sentences.of("stalled.old", moment(old.at()), Objects.requireNonNullElse(old.failure(), "-"));
    }

    /** Digits as on a clock, in both languages. */
    private String moment(Instant at) {
        return LocalDateTime.ofInstant(at, hours.zone())
                .toString()
                .substring(0, 16)
                .replace('T', ' ');
    }

    // --- choices -----------------------------------------------------------------------------------------------------

    private static List<Choice> choices(
            List<Count> counts, Function<Count, String> code, Function<String, String> label) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        counts.stream()
                .filter(count -> code.apply(count) != null)
                .forEach(count -> sums.merge(code.apply(count), count.count(), Integer::sum));
        // By code: a list of units by the number of their problems would be a ranking.
        return sums.entrySet().stream()
                .map(sum -> new Choice(sum.getKey(), label.apply(sum.getKey()), sum.getValue()))
                .sorted(Comparator.comparing(Choice::code))
                .toList();
    }

    /** The gravest first. */
    private List<Choice> severities(List<Count> counts) {
        return choices(counts, Count::severity, code -> sentences.of("stalled.severity." + code)).stream()
                .sorted(Comparator.comparing(
                        choice -> Severity.valueOf(choice.code().toUpperCase(Locale.ROOT))))
                .toList();
    }

    private static boolean matches(Count count, Map<String, String> codes) {
        return codes.getOrDefault("cause", count.cause()).equals(count.cause())
                && codes.getOrDefault("severity", count.severity()).equals(count.severity())
                && (!codes.containsKey("unit") || codes.get("unit").equals(count.unit()))
                && (!codes.containsKey("level") || codes.get("level").equals(count.level()))
                && (!codes.containsKey("programme") || codes.get("programme").equals(count.programme()));
    }

    private String nameOfProgramme(String code) {
        return programmes.programme(code).map(Programme::name).orElse(code);
    }
}
