package org.shangda.engine.door;

import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;

/** Examines what somebody wants to deploy. Every file is looked at whole, so that all findings are told at once. */
public class Door {

    private final XmlRules diagrams;
    private final XmlRules tables = new XmlRules(TableRules.VOCABULARY, new TableRules());
    private final FormRules forms = new FormRules();

    /** @param beans what the engine finds under the names in a diagram */
    public Door(ListableBeanFactory beans) {
        this.diagrams = new XmlRules(DiagramRules.VOCABULARY, new DiagramRules(new Steps(beans)));
    }

    /** @return nothing when the file may be deployed */
    public List<Finding> examine(String file, byte[] content) {
        Findings findings = new Findings(file);
        if (file.endsWith(".bpmn") || file.endsWith(".bpmn20.xml")) {
            diagrams.examine(content, findings);
        } else if (file.endsWith(".dmn") || file.endsWith(".dmn11.xml")) {
            tables.examine(content, findings);
        } else if (file.endsWith(".form")) {
            forms.examine(content, findings);
        } else {
            findings.add("", "file");
        }
        return findings.all();
    }
}
