package org.shangda.engine.door;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that must hold.
 *
 * @param processes keys of the processes that the product runs
 */
public record Rules(List<Rule> all, List<String> processes) {

    /**
     * The rules that are true of every diagram, table and form.
     *
     * @param product what the product brings along
     * @param own the rules of the modules
     */
    public static Rules of(Product product, Collection<Rule> own) {
        Contracts contracts = new Contracts(product);
        Map<String, FormsMatchRecords.Taken> records = new LinkedHashMap<>();
        product.items()
                .forEach(item -> records.put(item.form(), new FormsMatchRecords.Taken(item.values(), item.demanded())));
        product.starters()
                .forEach(starter ->
                        records.put(starter.form(), new FormsMatchRecords.Taken(starter.values(), starter.demanded())));
        List<Rule> rules = new ArrayList<>(List.of(
                new FilesDefineTheirOwn(),
                new TasksAreDescribed(product.items()),
                new StepsAreCalled(contracts),
                new VariablesAreSet(contracts),
                new ConditionsAskKnownValues(contracts),
                new WaysAreWhole(contracts),
                new DecisionsAreAsked(contracts),
                new LabelsSayTheCondition(),
                new CallsAreWhole(contracts),
                new NothingStopsHalfway(contracts),
                new TimersWaitForADay(contracts, product.items()),
                new TasksHaveTheirTime(product.items()),
                new CasesCanStart(product.starters(), contracts),
                new MessagesAreHeard(contracts),
                new FormsMatchRecords(records, product.shippedForms()),
                new CellsAreUnderstood(product.shapes()),
                new RowsAnswer(product.shapes()),
                new SettingsAreSane(),
                new TextsAreKnown(contracts),
                new CirclesWait(),
                new EventsHappen(contracts),
                new FieldsCanBeFilledIn(records, product.shippedForms()),
                new HistoryIsLimited()));
        rules.addAll(own);
        return new Rules(
                rules, product.contracts().stream().map(Contract::process).toList());
    }
}
