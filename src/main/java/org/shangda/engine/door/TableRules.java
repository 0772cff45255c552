package org.shangda.engine.door;

import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** What the values in a decision table must be like: no other language than FEEL. */
class TableRules implements XmlRules.ValueRule {

    static final Vocabulary VOCABULARY = new Vocabulary("table.txt");

    private static final Set<String> FEEL = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

    @Override
    public void examine(String element, String attribute, String value, String place, Findings.OfFile findings) {
        if (attribute.equals("expressionLanguage") && !FEEL.contains(value)) {
            findings.add(place, "language", value);
        }
    }
}
