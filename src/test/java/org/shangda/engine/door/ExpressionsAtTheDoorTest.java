package org.shangda.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which expressions may stand in a diagram, asked at every place where one can stand. */
class ExpressionsAtTheDoorTest extends AtTheDoor {

    /** Every one of them runs, reads or changes something in an engine that evaluates it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${'\\'}' == ''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('sh')}",
                "${\"\\\"}\" == ''.getClass().forName('x')}",
                "${a['class']}",
                "${''['class']}",
                "${''['class'].forName('x')}",
                "${a[b]}",
                "${a.b}",
                "${a.b()}",
                "${a.class}",
                "${execution}",
                "${task}",
                "${execution.processEngineServices}",
                "${execution.processEngine.managementService}",
                "${execution.setVariable('a',1)}",
                "${execution.getVariable('a')}",
                "${execution['processEngineServices']}",
                "${execution.processBusinessKey.class}",
                "${task.execution}",
                "${task.delete}",
                "${dataSource}",
                "${dataSource.connection}",
                "${dataSource.getConnection()}",
                "${environment}",
                "${systemProperties}",
                "${probeRules}",
                "${probeRules.ready(a,b)}",
                "${failingStep}",
                "${true ? dataSource.close() : 1}",
                "${empty dataSource.close()}",
                "${!dataSource.close()}",
                "${1 + dataSource.close()}",
                "${(dataSource).close()}",
                "${((a)).b()}",
                "${now()}",
                "${dateTime().plusDays(1)}",
                "${currentUser()}",
                "${S(a)}",
                "${JSON('{}').prop('x')}",
                "${fn:x(a)}",
                "#{''.getClass()}",
                "x ${a} y ${b.c()}",
                "x ${a} #{b}",
                "${a}${b.c()}",
                "${${a}}",
                "${'${dataSource.close()}'}",
                "${'},${dataSource.close()},'}",
                "a,${'}, ${dataSource.close()}'}",
                "\\${a} ${b}",
                "\\\\${dataSource.close()}",
                "${a -> a.b()}",
                "${a = 1}",
                "${x = ''; x.getClass()}",
                "${T(java.lang.Runtime).getRuntime()}",
                "${java.lang.Runtime}",
                "${[1,2].stream()}",
                "${{'a':1}.b}",
                "${a",
                "${}",
                "${a b}",
                "${a;b}",
                "${'a}",
                "${a::b}",
                "${a@b}"
            })
    void an_expression_reads_variables_and_compares_them_and_nothing_else(String expression) {
        assertThat(examine("x.bpmn", everywhere(expression)))
                .as("one finding for each place in which an expression can stand")
                .hasSize(places())
                .allMatch(code -> code.equals("expression") || code.equals("syntax"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${a}",
                "#{a}",
                "${ a }",
                "${!late && exit == 'pass-up' or rounds < 2}",
                "${a > 0 ? 'x' : \"y\"}",
                "${empty a}",
                "${not a and (b || !c)}",
                "${1.5 + a * 2 - b / 3 % 4}",
                "${null == a}",
                "${loopCounter < nrOfInstances}",
                "${execution.processBusinessKey}",
                "#{execution.processBusinessKey}",
                "${task.id}",
                "办理 ${number} ${label}",
                "${a}-${b}",
                "${级别 == '党支部'}",
                "P3D",
                "100 $ {}",
                ""
            })
    void variables_literals_and_operators_are_welcome_everywhere(String expression) {
        assertThat(examine("x.bpmn", everywhere(expression))).isEmpty();
    }

    @Test
    void an_expression_without_end_is_refused_and_not_followed() {
        assertThat(examine("x.bpmn", everywhere("${" + "(".repeat(50_000) + "a" + ")".repeat(50_000) + "}")))
                .hasSize(places())
                .containsOnly("too-long");
        assertThat(examine("x.bpmn", diagram("<subProcess>".repeat(50_000) + "</subProcess>".repeat(50_000))))
                .containsExactly("depth");
    }

    private static final List<String> PLACES = List.of(
            "<userTask id='E%d' name='%s'/>",
            "<userTask id='E%d' camunda:assignee='%s'/>",
            "<userTask id='E%d' camunda:candidateUsers='%s'/>",
            "<userTask id='E%d' camunda:candidateGroups='%s'/>",
            "<userTask id='E%d' camunda:dueDate='%s'/>",
            "<userTask id='E%d' camunda:followUpDate='%s'/>",
            "<userTask id='E%d' camunda:priority='%s'/>",
            "<userTask id='E%d' camunda:formRef='%s'/>",
            "<userTask id='E%d' camunda:formRefVersion='%s'/>",
            "<userTask id='E%d' camunda:formKey='camunda-forms:%s'/>",
            "<userTask id='E%d' camunda:jobPriority='%s'/>",
            "<userTask id='E%d'><documentation>%s</documentation></userTask>",
            "<userTask id='E%d'><documentation><![CDATA[%s]]></documentation></userTask>",
            "<serviceTask id='E%d' camunda:expression='%s'/>",
            "<serviceTask id='E%d' camunda:resultVariable='%s'/>",
            "<businessRuleTask id='E%d' camunda:decisionRef='%s'/>",
            "<businessRuleTask id='E%d' camunda:decisionRefVersion='%s'/>",
            "<callActivity id='E%d' calledElement='%s'/>",
            "<callActivity id='E%d' calledElement='x' camunda:calledElementVersion='%s'/>",
            "<callActivity id='E%d'><extensionElements><camunda:in businessKey='%s'/></extensionElements></callActivity>",
            "<callActivity id='E%d'><extensionElements><camunda:in sourceExpression='%s'/></extensionElements></callActivity>",
            "<callActivity id='E%d'><extensionElements><camunda:out sourceExpression='%s'/></extensionElements></callActivity>",
            "<userTask id='E%d'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>%s</camunda:inputParameter>"
                    + "</camunda:inputOutput></extensionElements></userTask>",
            "<userTask id='E%d'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:value>%s"
                    + "</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>",
            "<userTask id='E%d'><extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:map>"
                    + "<camunda:entry key='k'>%s</camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput>"
                    + "</extensionElements></userTask>",
            "<userTask id='E%d'><extensionElements><camunda:failedJobRetryTimeCycle>%s</camunda:failedJobRetryTimeCycle>"
                    + "</extensionElements></userTask>",
            "<userTask id='E%d'><extensionElements><camunda:properties><camunda:property name='a' value='%s'/></camunda:properties>"
                    + "</extensionElements></userTask>",
            "<userTask id='E%d'><multiInstanceLoopCharacteristics camunda:collection='%s'/></userTask>",
            "<userTask id='E%d'><multiInstanceLoopCharacteristics><loopCardinality>%s</loopCardinality>"
                    + "</multiInstanceLoopCharacteristics></userTask>",
            "<userTask id='E%d'><multiInstanceLoopCharacteristics><completionCondition>%s</completionCondition>"
                    + "</multiInstanceLoopCharacteristics></userTask>",
            "<userTask id='E%d'><multiInstanceLoopCharacteristics><loopDataInputRef>%s</loopDataInputRef>"
                    + "</multiInstanceLoopCharacteristics></userTask>",
            "<startEvent id='E%d'><timerEventDefinition><timeDate>%s</timeDate></timerEventDefinition></startEvent>",
            "<startEvent id='E%d'><timerEventDefinition><timeDuration>%s</timeDuration></timerEventDefinition></startEvent>",
            "<startEvent id='E%d'><timerEventDefinition><timeCycle>%s</timeCycle></timerEventDefinition></startEvent>",
            "<startEvent id='E%d'><conditionalEventDefinition><condition>%s</condition></conditionalEventDefinition></startEvent>",
            "<sequenceFlow id='E%d' sourceRef='A' targetRef='B'><conditionExpression>%s</conditionExpression></sequenceFlow>",
            "<message id='E%d' name='%s'/>",
            "<signal id='E%d' name='%s'/>",
            "<escalation id='E%d' escalationCode='%s'/>",
            "<error id='E%d' errorCode='%s'/>",
            "<error id='E%d' camunda:errorMessage='%s'/>",
            "<process id='E%d' camunda:candidateStarterGroups='%s'/>",
            "<process id='E%d' camunda:candidateStarterUsers='%s'/>",
            "<process id='E%d' camunda:taskPriority='%s'/>",
            "<process id='E%d' camunda:versionTag='%s'/>",
            "<process id='E%d' camunda:historyTimeToLive='%s'/>",
            "<process id='E%d' name='%s'/>");

    private static int places() {
        return PLACES.size();
    }

    private static String everywhere(String expression) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < PLACES.size(); i++) {
            String escaped = PLACES.get(i).contains("CDATA")
                    ? expression
                    : expression
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace("'", "&apos;")
                            .replace("\"", "&quot;");
            elements.append(PLACES.get(i).replace("%d", String.valueOf(i)).replace("%s", escaped));
        }
        return diagram(elements.toString());
    }
}
