package org.shangda.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shangda.monitoring.Reader.Power;
import org.shangda.monitoring.StalledAction.Field;
import org.shangda.monitoring.StalledAction.Said;
import org.shangda.monitoring.StalledList.Mine;
import org.shangda.refusal.Inputs;
import org.shangda.refusal.Refusal;
import org.shangda.refusal.Sentences;
import org.shangda.refusal.Text;
import org.shangda.words.Choice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do from 停滞事项: which actions are open on which rows, and doing one about several rows. */
@Service
public class StalledActions {

    /** Rows of one request. */
    static final int MOST = 200;

    private final List<StalledAction> actions;
    private final StalledList list;
    private final Line line;
    private final Refusals refusals;
    private final Inputs inputs;
    private final Sentences sentences;
    private final TransactionTemplate transaction;

    StalledActions(
            List<StalledAction> actions,
            StalledList list,
            Line line,
            Refusals refusals,
            Inputs inputs,
            Sentences sentences,
            PlatformTransactionManager transactions) {
        this.actions = actions.stream()
                .sorted(Comparator.comparing(StalledAction::code))
                .toList();
        this.list = list;
        this.line = line;
        this.refusals = refusals;
        this.inputs = inputs;
        this.sentences = sentences;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What is to be done.
     *
     * @param rows subjects, at most {@value #MOST}
     * @param until a day as {@code 2026-03-31}
     */
    public record Order(
            List<@Text(max = 200) String> rows,

            @Text(max = StalledAction.LONGEST_WORDS, required = false)
            String words,

            @Text(max = 64, required = false) String unit,
            LocalDate until,
            @Text(max = 100, required = false) String person) {}

    /**
     * What has become of a row.
     *
     * @param number of the case; null where it concerns none, or nothing was found
     * @param done whether anything has changed
     */
    public record Done(String subject, String number, boolean done, String sentence) {}

    /**
     * An action that is open on at least one of the rows shown.
     *
     * @param note who reads what is written, or what follows
     * @param asks codes of {@link Field}
     * @param longest most characters of {@link Field#WORDS}
     */
    public record Offered(String code, String label, String note, List<String> asks, int longest) {}

    /** Codes of the actions open to a reader, by subject. */
    Map<String, List<String>> open(Reader reader, List<Stalled> rows) {
        Map<String, List<String>> open = new HashMap<>();
        for (StalledAction action : actions) {
            Set<String> subjects = action.open(reader, rows);
            rows.stream()
                    .map(Stalled::subject)
                    .filter(subjects::contains)
                    .forEach(subject -> open.computeIfAbsent(subject, none -> new ArrayList<>())
                            .add(action.code()));
        }
        return open;
    }

    List<Offered> offered(Map<String, List<String>> open) {
        return actions.stream()
                .filter(action -> open.values().stream().anyMatch(codes -> codes.contains(action.code())))
                .map(action -> new Offered(
                        action.code(),
                        label(action),
                        sentences.of("stalled.act." + action.code() + ".note"),
                        action.asks().stream().sorted().map(Field::code).toList(),
                        action.longestWords()))
                .toList();
    }

    private String label(StalledAction action) {
        return sentences.of("stalled.act." + action.code());
    }

    /** What can be filled in for all of the rows; empty where it is typed. */
    public List<Choice> choices(String person, Power power, String code, List<String> subjects) {
        StalledAction action = action(code);
        Reader reader = line.reading(person, power);
        Mine mine = list.mine(reader);
        List<Choice> common = null;
        for (String subject : some(subjects)) {
            List<Choice> own = transaction.execute(status -> list.find(mine, subject)
                    .filter(row -> action.may(reader, row))
                    .map(row -> action.choices(reader, row))
                    .orElse(List.of()));
            common =
                    common == null ? own : common.stream().filter(own::contains).toList();
        }
        return common;
    }

    /**
     * Does one thing about some rows, each for itself: what is refused about one stops none of the others.
     *
     * @param code of the action
     * @throws Refusal when the request as a whole is wrong; nothing has been done then
     */
    public List<Done> act(String person, Power power, String code, Order order) {
        StalledAction action = action(code);
        Reader reader = line.reading(person, power);
        inputs.check(order);
        Said said = said(action, order);
        Set<String> subjects = some(order.rows());
        Mine mine = list.mine(reader);
        return subjects.stream()
                .map(subject -> act(reader, mine, action, subject, said))
                .toList();
    }

    private Done act(Reader reader, Mine mine, StalledAction action, String subject, Said said) {
        Optional<Stalled> row = list.find(mine, subject);
        String number = row.map(Stalled::number).orElse(null);
        try {
            Stalled found = row.orElseThrow(() -> Refusal.notFound("stalled.act.not-found"));
            return new Done(subject, number, true, transaction.execute(status -> act(reader, action, found, said)));
        } catch (RuntimeException failure) {
            return new Done(subject, number, false, sentences.of(refusals.of(failure)));
        }
    }

    private String act(Reader reader, StalledAction action, Stalled row, Said said) {
        if (!action.saysWhyNot() && !action.may(reader, row)) {
            throw Refusal.conflict("stalled.act.closed", label(action));
        }
        return action.act(reader, row, said);
    }

    private StalledAction action(String code) {
        return actions.stream()
                .filter(action -> action.code().equals(code))
                .findAny()
                .orElseThrow(() -> Refusal.notFound("stalled.act.unknown"));
    }

    private static Set<String> some(List<String> subjects) {
        if (subjects == null || subjects.isEmpty()) {
            throw Refusal.invalid("stalled.act.no-rows");
        }
        Set<String> once = new LinkedHashSet<>(subjects);
        if (once.size() > MOST) {
            throw Refusal.invalid("stalled.act.too-many", MOST);
        }
        return once;
    }

    /** Only what the action asks for, all of which is there. */
    private static Said said(StalledAction action, Order order) {
        Said said = new Said(
                action.asks().contains(Field.WORDS) ? Inputs.blankToNull(order.words()) : null,
                action.asks().contains(Field.UNIT) ? Inputs.blankToNull(order.unit()) : null,
                action.asks().contains(Field.UNTIL) ? order.until() : null,
                action.asks().contains(Field.PERSON) ? Inputs.blankToNull(order.person()) : null);
        Map<Field, Object> filled = new HashMap<>();
        filled.put(Field.WORDS, said.words());
        filled.put(Field.UNIT, said.unit());
        filled.put(Field.UNTIL, said.until());
        filled.put(Field.PERSON, said.person());
        action.asks().stream()
                .sorted()
                .filter(field -> filled.get(field) == null)
                .findFirst()
                .ifPresent(field -> {
                    throw Refusal.invalid("text.missing", Inputs.label(field.code()));
                });
        return said;
    }
}
