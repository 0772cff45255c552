package org.shangda.concern;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shangda.numbering.CaseNumbers;
import org.shangda.numbering.Digest;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Text;
import org.shangda.university.Office;
import org.shangda.university.Person;
import org.shangda.university.Unit;
import org.shangda.university.University;
import org.shangda.words.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A branch or a college records at once what it heard in a meeting, found in a box, was told on the telephone (Z22:
 * 定期收集支部党员联系结对群众反映的问题和困难). Each matter becomes a concern of its own; all of them, or none.
 */
@Service
@Transactional
public class CollectingService {

    /** On one form; more are recorded on a second one. */
    static final int MOST_ROWS = 10;

    private final RaisingService raising;
    private final CaseNumbers numbers;
    private final Concerns concerns;
    private final ConcernProcess process;
    private final University university;
    private final LevelClock clock;
    private final Inputs inputs;
    private final Words words;

    CollectingService(
            RaisingService raising,
            Concerns concerns,
            ConcernProcess process,
            University university,
            LevelClock clock,
            Inputs inputs,
            CaseNumbers numbers,
            Words words) {
        this.numbers = numbers;
        this.raising = raising;
        this.concerns = concerns;
        this.process = process;
        this.university = university;
        this.clock = clock;
        this.inputs = inputs;
        this.words = words;
    }

    /**
     * @param channel a word of the kind {@code collected}
     * @param on the day on which it was collected, and on which the colleagues named agreed
     * @param rows one to ten
     */
    public record Collection(@Text(max = 40) String channel, LocalDate on, List<Matter> rows) {}

    /**
     * One matter; its codes are those of {@link RaiseConcern}.
     *
     * @param colleague whose it is, as staff number or full name; empty for a paper without a name
     * @param travel only where a colleague is named
     * @param consentWay only where a colleague is named
     */
    public record Matter(
            @Text(max = 40) String type,
            @Text(max = 40) String category,
            @Text(max = 100) String title,
            @Text(max = 20_000) String description,
            @Text(max = 64, required = false) String colleague,
            @Text(max = 40, required = false) String travel,
            @Text(max = 40, required = false) String consentWay) {}

    /**
     * Raises every matter and sends it on its way.
     *
     * @return the collection's number, which nobody needs to know
     * @throws Refusal naming the row that is wrong; then none was raised
     */
    public String collect(String person, Collection collection) {
        Person collector = university.person(person).orElseThrow(() -> Refusal.invalid("concern.not-on-the-roster"));
        Set<String> reach = reach(collector);
        if (reach.isEmpty()) {
            throw Refusal.invalid("collect.not-yours");
        }
        inputs.check(collection);
        String channel = words.chosen("collected", collection.channel(), "channel");
        LocalDate on = collection.on();
        if (on == null || on.isAfter(clock.today()) || on.isBefore(clock.today().minusYears(1))) {
            throw Refusal.invalid("collect.day");
        }
        List<Matter> rows = collection.rows();
        if (rows == null || rows.isEmpty()) {
            throw Refusal.invalid("collect.no-rows");
        }
        if (rows.size() > MOST_ROWS) {
            throw Refusal.invalid("collect.too-many-rows", MOST_ROWS);
        }
        for (int i = 0; i < rows.size(); i++) {
            try {
                process.setOut(raise(collector, reach, channel, on, rows.get(i)));
            } catch (Refusal refusal) {
                throw refusal.inRow(i + 1);
            }
        }
        return numbers.next("SJ");
    }

    private ConcernProcess.Departure raise(
            Person collector, Set<String> reach, String channel, LocalDate on, Matter matter) {
        if (matter == null) {
            throw Refusal.invalid("text.missing", Inputs.label("title"));
        }
        inputs.check(matter);
        boolean nameless = matter.colleague() == null || matter.colleague().isBlank();
        Person colleague = nameless ? collector : raising.named(matter.colleague());
        if (!reach.contains(reachOf(colleague.branch()))) {
            throw Refusal.invalid("collect.other-college", matter.colleague());
        }
        RaiseConcern input = new RaiseConcern(
                matter.type(),
                matter.category(),
                matter.title(),
                matter.description(),
                // The name would be the collector's, who only found the paper.
                nameless ? Travel.NAMELESS_ABOVE_BRANCH : matter.travel(),
                null,
                nameless ? null : colleague.id(),
                nameless ? null : on,
                nameless ? null : matter.consentWay());
        String once = key(colleague, channel, on, input);
        if (concerns.findByRaisingRaisedByAndRaisingIdempotencyKey(collector.id(), once)
                .isPresent()) {
            throw Refusal.conflict("collect.twice");
        }
        return raising.collected(collector, colleague, input, channel, once);
    }

    /**
     * The colleges whose people the collector may name: of the branches that they lead, and those that they work in. A
     * branch outside every college stands for itself.
     */
    private Set<String> reach(Person collector) {
        return university.officesOf(collector.id()).stream()
                .filter(this::collects)
                .map(office -> reachOf(office.unit()))
                .collect(Collectors.toSet());
    }

    private boolean collects(Office office) {
        boolean leads = office.role().equals("head") || office.role().equals("deputy");
        return switch (university.unit(office.unit()).map(Unit::kind).orElse("")) {
            case "branch" -> leads;
            case "college" -> leads || office.role().equals("clerk");
            default -> false;
        };
    }

    private String reachOf(String unit) {
        return university.collegeOf(unit).map(Unit::code).orElse(unit);
    }

    /** The same matter a second time on the same day is a second click, or the same row twice. */
    private String key(Person colleague, String channel, LocalDate on, RaiseConcern input) {
        String content = Digest.of(
                colleague.id(),
                channel,
                on,
                input.type(),
                input.category(),
                input.title().strip(),
                input.description().strip());
        return "collected-" + clock.today() + "-" + content;
    }
}
