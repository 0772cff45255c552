package org.shangda.programme.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/** Each shipped table alone: its rows as the product asks for them, and as they are written in the file. */
abstract class ShippedTables {

    static final String PRACTICE = "实践做法，非制度规定";

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DeployedTable> TABLES = new ConcurrentHashMap<>();

    static DeployedTable table(String key) {
        return TABLES.computeIfAbsent(
                key,
                file -> DeployedTable.read(
                        DMN, file, ShippedTables.class.getResourceAsStream("/bpmn/" + file + ".dmn")));
    }

    static DmnModelInstance model(String table) {
        return Dmn.readModelFromStream(ShippedTables.class.getResourceAsStream("/bpmn/" + table + ".dmn"));
    }

    static DecisionTable decisionTable(String table) {
        Decision decision = model(table).getModelElementById(table);
        return (DecisionTable) decision.getExpression();
    }
}
