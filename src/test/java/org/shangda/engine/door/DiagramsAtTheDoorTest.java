package org.shangda.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be drawn in a diagram, and what not: a line each. */
class DiagramsAtTheDoorTest extends AtTheDoor {

    static Stream<Arguments> hostileElements() {
        return Stream.of(
                // Code.
                arguments("code", "<scriptTask id='E' scriptFormat='groovy'><script>1</script></scriptTask>"),
                arguments("code", "<serviceTask id='E' camunda:class='java.lang.Runtime'/>"),
                arguments("external", "<serviceTask id='E' camunda:type='shell'/>"),
                arguments("external", "<serviceTask id='E' camunda:type='mail'/>"),
                arguments("external", "<serviceTask id='E' camunda:type='external' camunda:topic='x'/>"),
                arguments("external", "<sendTask id='E' camunda:type='shell'/>"),
                arguments("external", "<businessRuleTask id='E' camunda:type='shell'/>"),
                arguments(
                        "code",
                        "<callActivity id='E' calledElement='x' camunda:variableMappingClass='java.lang.Thread'/>"),
                arguments(
                        "code",
                        "<callActivity id='E' calledElement='x' camunda:variableMappingDelegateExpression='${dataSource}'/>"),
                arguments("form", "<userTask id='E' camunda:formHandlerClass='java.lang.Runtime'/>"),
                arguments("form", "<startEvent id='E' camunda:formHandlerClass='java.lang.Runtime'/>"),
                arguments("form", "<userTask id='E' camunda:formKey='embedded:deployment:x.html'/>"),
                arguments("form", "<userTask id='E' camunda:formKey='${where}'/>"),
                arguments("code", inside("<camunda:taskListener event='create' class='x.Y'/>")),
                arguments("code", inside("<camunda:taskListener event='create' expression='${a}'/>")),
                arguments("code", inside("<camunda:executionListener event='start' class='x.Y'/>")),
                arguments(
                        "code",
                        inside(
                                "<camunda:executionListener event='start'><camunda:script/></camunda:executionListener>")),
                arguments(
                        "code",
                        inside("<camunda:taskListener event='create' delegateExpression='${failingStep}'>"
                                + "<camunda:field name='x' stringValue='y'/></camunda:taskListener>")),
                arguments("step", inside("<camunda:taskListener event='create' delegateExpression='${dataSource}'/>")),
                arguments("step", inside("<camunda:taskListener event='create' delegateExpression='${failingStep}'/>")),
                arguments(
                        "code",
                        inside(
                                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")),
                arguments(
                        "code",
                        inside(
                                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='js'>1"
                                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                arguments("form", inside("<camunda:formData/>")),
                arguments("external", inside("<camunda:errorEventDefinition expression='${a}'/>")),
                arguments("starter", inside("<camunda:potentialStarter/>")),
                arguments("step", "<serviceTask id='E' camunda:delegateExpression='${dataSource}'/>"),
                arguments("step", "<serviceTask id='E' camunda:delegateExpression='${unknownStep}'/>"),
                arguments("step", "<serviceTask id='E' camunda:delegateExpression='${probeRules}'/>"),
                arguments("step", "<serviceTask id='E' camunda:delegateExpression='${failingStep.x}'/>"),
                arguments("step", "<serviceTask id='E' camunda:delegateExpression='x${failingStep}'/>"),
                arguments("step", "<serviceTask id='E' camunda:delegateExpression='failingStep'/>"),
                arguments(
                        "code",
                        condition(
                                "<conditionExpression xsi:type='tFormalExpression' language='groovy'>true</conditionExpression>")),
                arguments(
                        "code",
                        condition(
                                "<conditionExpression xsi:type='tFormalExpression' camunda:resource='x'>true</conditionExpression>")),
                arguments("value", condition("<conditionExpression xsi:type='tScript'>true</conditionExpression>")),
                // The engine's name of long ago.
                arguments("namespace", "<serviceTask id='E' activiti:type='shell'/>"),
                arguments("namespace", "<serviceTask id='E' activiti:class='java.lang.Runtime'/>"),
                arguments("namespace", "<serviceTask id='E' activiti:delegateExpression='${failingStep}'/>"),
                arguments("namespace", "<userTask id='E' activiti:formKey='embedded:app:x.html'/>"),
                arguments("namespace", "<userTask id='E' activiti:formRef='x'/>"),
                arguments("namespace", inside("<activiti:field name='command' stringValue='sh'/>")),
                arguments("namespace", inside("<activiti:taskListener event='create' class='x.Y'/>")),
                // Not in the list.
                arguments("attribute", "<serviceTask id='E' camunda:shell='sh'/>"),
                arguments("attribute", "<serviceTask id='E' implementation='##WebService' operationRef='x'/>"),
                arguments("value", "<serviceTask id='E' implementation='java.lang.Runtime'/>"),
                arguments("element", "<serviceTask id='E'><ioSpecification/></serviceTask>"),
                arguments("starter", "<userTask id='E'><potentialOwner/></userTask>"),
                arguments("unsupported", "<adHocSubProcess id='E'/>"),
                arguments("unsupported", "<complexGateway id='E'/>"),
                arguments("case", "<callActivity id='E' camunda:caseRef='x'/>"),
                arguments("tenant", "<callActivity id='E' calledElement='x' camunda:calledElementTenantId='x'/>"),
                arguments("attribute", "<userTask id='E' xsi:schemaLocation='http://x http://evil/x.xsd'/>"),
                arguments("value", "<userTask id='E' camunda:modelerTemplateIcon='http://evil/x.png'/>"),
                arguments(
                        "namespace",
                        "<documentation><script xmlns='http://www.w3.org/1999/xhtml'>1</script></documentation>"),
                arguments("namespace", inside("<x:y xmlns:x='http://x'/>")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileElements")
    void what_could_run_anything_else_than_the_products_steps_is_refused(String why, String element) {
        assertThat(examine("x.bpmn", diagram(element))).contains(why);
    }

    static Stream<String> harmlessElements() {
        return Stream.of(
                "<task id='E'/>",
                "<manualTask id='E'/>",
                "<serviceTask id='E' camunda:delegateExpression='${failingStep}' camunda:asyncBefore='true' camunda:asyncAfter='true'"
                        + " camunda:exclusive='false' camunda:jobPriority='5'/>",
                "<serviceTask id='E' camunda:expression='${a + 1}' camunda:resultVariable='b'/>",
                "<userTask id='E' name='办理 ${number}' camunda:formRef='handle-concern' camunda:formRefBinding='latest'"
                        + " camunda:assignee='${who}' camunda:candidateGroups='a,${b}' camunda:candidateUsers='c' camunda:dueDate='${d}'"
                        + " camunda:followUpDate='${f}' camunda:priority='50'/>",
                "<userTask id='E' camunda:formKey='camunda-forms:deployment:x.form'/>",
                "<startEvent id='E' camunda:initiator='who'/>",
                "<businessRuleTask id='E' camunda:decisionRef='level-exits' camunda:decisionRefBinding='version'"
                        + " camunda:decisionRefVersion='1' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='x'/>",
                "<callActivity id='E' calledElement='level-handling' camunda:calledElementBinding='versionTag'"
                        + " camunda:calledElementVersionTag='1'><extensionElements><camunda:in businessKey='#{execution.processBusinessKey}'/>"
                        + "<camunda:in sourceExpression=\"${'college'}\" target='level'/><camunda:in source='a' target='b' local='true'/>"
                        + "<camunda:in variables='all'/><camunda:out source='outcome' target='outcome'/></extensionElements></callActivity>",
                "<subProcess id='E' triggeredByEvent='true'><startEvent id='S' isInterrupting='false'><timerEventDefinition id='T'>"
                        + "<timeCycle xsi:type='bpmn:tFormalExpression'>R/P1D</timeCycle></timerEventDefinition></startEvent></subProcess>",
                "<transaction id='E'/>",
                "<receiveTask id='E' messageRef='M'/>",
                "<eventBasedGateway id='E'/>",
                "<userTask id='E'><multiInstanceLoopCharacteristics isSequential='true' camunda:collection='${units}'"
                        + " camunda:elementVariable='unit'><completionCondition xsi:type='bpmn:tFormalExpression'>${done}</completionCondition>"
                        + "</multiInstanceLoopCharacteristics></userTask>",
                "<boundaryEvent id='E' attachedToRef='A' cancelActivity='false'><errorEventDefinition errorRef='R'"
                        + " camunda:errorCodeVariable='c' camunda:errorMessageVariable='m'/></boundaryEvent>",
                "<boundaryEvent id='E' attachedToRef='A'><escalationEventDefinition escalationRef='R'/></boundaryEvent>",
                "<intermediateThrowEvent id='E'><signalEventDefinition signalRef='S'/></intermediateThrowEvent>",
                "<intermediateThrowEvent id='E'><linkEventDefinition name='x'/></intermediateThrowEvent>",
                "<intermediateThrowEvent id='E'><compensateEventDefinition activityRef='A'/></intermediateThrowEvent>",
                "<intermediateCatchEvent id='E'><conditionalEventDefinition camunda:variableName='a' camunda:variableEvents='create'>"
                        + "<condition xsi:type='bpmn:tFormalExpression'>${a}</condition></conditionalEventDefinition></intermediateCatchEvent>",
                "<endEvent id='E'><terminateEventDefinition/></endEvent>",
                "<dataObjectReference id='E' dataObjectRef='D'/><dataObject id='D'/>",
                "<textAnnotation id='E'><text>说明</text></textAnnotation><association id='A' sourceRef='E' targetRef='F'/>",
                "<group id='E' categoryValueRef='C'/>",
                "<laneSet id='E'><lane id='L' name='党支部'><flowNodeRef>F</flowNodeRef></lane></laneSet>",
                "<userTask id='E' camunda:modelerTemplate='org.shangda.Level' camunda:modelerTemplateVersion='2'"
                        + " camunda:modelerTemplateIcon='data:image/svg+xml;utf8,%3Csvg/%3E'/>",
                "<task id='E'><documentation>为什么:请看通知第 3 条。</documentation><standardLoopCharacteristics/></task>"
                        .replace("<standardLoopCharacteristics/>", ""),
                inside("<camunda:properties><camunda:property name='a' value='b'/></camunda:properties>"),
                inside(
                        "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:list><camunda:value>${b}</camunda:value>"
                                + "</camunda:list></camunda:inputParameter><camunda:outputParameter name='c'><camunda:map>"
                                + "<camunda:entry key='k'>1</camunda:entry></camunda:map></camunda:outputParameter></camunda:inputOutput>"),
                inside("<camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle>"),
                inside("<camunda:executionListener event='end' delegateExpression='${failingStep}'/>"));
    }

    @ParameterizedTest
    @MethodSource("harmlessElements")
    void what_somebody_reasonably_draws_is_welcome(String element) {
        assertThat(examine("x.bpmn", diagram(element))).isEmpty();
    }

    private static String inside(String extension) {
        return "<userTask id='E'><extensionElements>" + extension + "</extensionElements></userTask>";
    }

    private static String condition(String expression) {
        return "<sequenceFlow id='E' sourceRef='A' targetRef='B'>" + expression + "</sequenceFlow>";
    }
}
