package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * What a decision table must be like: its columns, and what may stand in their cells. Whoever asks the table contributes it
 * as a bean.
 */
public final class TableShape {

    /** What may stand in the cells of one column. */
    enum Kind {
        /** One text. */
        TEXT("string"),
        /** One code. */
        CODE("string"),
        /** Codes in one text, separated by commas. */
        CODES("string"),
        NUMBER("integer"),
        YES_NO("boolean");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /** What is known of one column; written by the methods of {@link TableShape} that add it. */
    static final class Column {
        final String name;
        final Kind kind;
        final Function<Proposal, Set<String>> codes;
        final boolean required;
        int least = 1;
        int most = 250;

        Column(String name, Kind kind, Function<Proposal, Set<String>> codes, boolean required) {
            this.name = name;
            this.kind = kind;
            this.codes = codes;
            this.required = required;
        }
    }

    private final String key;
    private final boolean several;
    private final HitPolicy usual;
    private boolean listed;
    private final Map<String, Function<Proposal, Set<String>>> inputs = new LinkedHashMap<>();
    private final List<Column> outputs = new ArrayList<>();
    private final Set<String> open = new java.util.LinkedHashSet<>();
    private boolean always;

    private TableShape(String key, boolean several, HitPolicy usual) {
        this.key = key;
        this.several = several;
        this.usual = usual;
    }

    /** Of the rows that apply the first is the answer. */
    public static TableShape first(String key) {
        return new TableShape(key, false, HitPolicy.FIRST);
    }

    /** All rows that apply are the answer. */
    public static TableShape all(String key) {
        return new TableShape(key, true, HitPolicy.RULE_ORDER);
    }

    /** Nobody asks: the rows are listed, each for its own codes; and it may have more columns. */
    public static TableShape listed(String key) {
        TableShape shape = new TableShape(key, true, HitPolicy.UNIQUE);
        shape.listed = true;
        return shape;
    }

    /** @param codes all that are known; the table is asked for each of them */
    public TableShape asks(String column, Function<Proposal, Set<String>> codes) {
        inputs.put(column, codes);
        return this;
    }

    public TableShape asks(String column, String... codes) {
        return asks(column, proposal -> Set.of(codes));
    }

    /** Every question has an answer, because the product has none of its own. */
    public TableShape alwaysAnswers() {
        always = true;
        return this;
    }

    /** A column whose codes the table itself brings up, for example the categories. */
    public TableShape asksAny(String column) {
        open.add(column);
        return asks(
                column,
                proposal ->
                        proposal.table(key).map(table -> table.codesOf(column)).orElse(Set.of()));
    }

    /** @param codes all that are known, or none for any */
    public TableShape gives(String column, String... codes) {
        outputs.add(new Column(column, Kind.CODE, codes.length == 0 ? null : proposal -> Set.of(codes), true));
        return this;
    }

    public TableShape gives(String column, Function<Proposal, Set<String>> codes) {
        outputs.add(new Column(column, Kind.CODE, codes, true));
        return this;
    }

    public TableShape mayGive(String column, Function<Proposal, Set<String>> codes) {
        outputs.add(new Column(column, Kind.CODE, codes, false));
        return this;
    }

    public TableShape givesCodes(String column, Function<Proposal, Set<String>> codes) {
        outputs.add(new Column(column, Kind.CODES, codes, true));
        return this;
    }

    public TableShape mayGiveCodes(String column, Function<Proposal, Set<String>> codes) {
        outputs.add(new Column(column, Kind.CODES, codes, false));
        return this;
    }

    public TableShape givesText(String column) {
        outputs.add(new Column(column, Kind.TEXT, null, true));
        return this;
    }

    public TableShape mayGiveText(String column) {
        outputs.add(new Column(column, Kind.TEXT, null, false));
        return this;
    }

    public TableShape givesNumber(String column, int least, int most) {
        return number(column, least, most, true);
    }

    public TableShape mayGiveNumber(String column, int least, int most) {
        return number(column, least, most, false);
    }

    private TableShape number(String column, int least, int most, boolean required) {
        Column number = new Column(column, Kind.NUMBER, null, required);
        number.least = least;
        number.most = most;
        outputs.add(number);
        return this;
    }

    public TableShape givesYesNo(String column) {
        outputs.add(new Column(column, Kind.YES_NO, null, true));
        return this;
    }

    public TableShape mayGiveYesNo(String column) {
        outputs.add(new Column(column, Kind.YES_NO, null, false));
        return this;
    }

    HitPolicy usual() {
        return usual;
    }

    boolean isListed() {
        return listed;
    }

    String key() {
        return key;
    }

    boolean hasSeveral() {
        return several;
    }

    Map<String, Function<Proposal, Set<String>>> inputs() {
        return inputs;
    }

    boolean mustAnswer() {
        return always;
    }

    boolean isOpen(String input) {
        return open.contains(input);
    }

    List<Column> outputs() {
        return outputs;
    }

    private Map<String, String> own(RuleTable.Row row) {
        Map<String, String> question = new LinkedHashMap<>();
        inputs.keySet()
                .forEach(input -> question.put(
                        input, row.codesOf(input).stream().findFirst().orElse("")));
        return question;
    }

    /** Every question that the product may ask of the table. */
    List<Map<String, String>> questions(Proposal proposal) {
        if (listed) {
            return proposal.table(key).stream()
                    .flatMap(table -> table.rows().stream())
                    .map(this::own)
                    .toList();
        }
        List<Map<String, String>> questions = new ArrayList<>(List.of(Map.of()));
        for (var input : inputs.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> question : questions) {
                for (String code : input.getValue().apply(proposal)) {
                    Map<String, String> one = new LinkedHashMap<>(question);
                    one.put(input.getKey(), code);
                    more.add(one);
                }
            }
            questions = more;
        }
        return questions;
    }
}
