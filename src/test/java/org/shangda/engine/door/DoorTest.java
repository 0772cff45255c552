package org.shangda.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.probe.process.ProbeSteps;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What may be deployed, and what not: a line each. */
class DoorTest {

    private static AnnotationConfigApplicationContext beans;
    private static Door door;

    @BeforeAll
    static void aServerWithAFewBeans() {
        beans = new AnnotationConfigApplicationContext(ProbeSteps.class);
        beans.getBeanFactory().registerSingleton("dataSource", new Object());
        door = new Door(beans, () -> new Rules(List.of(), List.of()), List::of);
    }

    @AfterAll
    static void close() {
        beans.close();
    }

    // --- diagrams ----------------------------------------------------------------------------------------------------

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

    @ParameterizedTest
    @ValueSource(strings = {"coloured.bpmn", "templates.bpmn", "pools.bpmn", "drd.dmn", "columns.dmn", "leave.form"})
    void a_file_as_modeler_saves_it_is_welcome(String file) throws IOException {
        assertThat(examine(file, Files.readString(Path.of("src/test/resources/door", file))))
                .isEmpty();
    }

    // --- tables ------------------------------------------------------------------------------------------------------

    static Stream<Arguments> hostileTables() {
        return Stream.of(
                arguments("language", table("expressionLanguage='juel'", "a", "")),
                arguments("language", table("expressionLanguage='groovy'", "a", "")),
                arguments("language", table("expressionLanguage='javascript'", "a", "")),
                arguments("language", table("expressionLanguage='http://x/feel'", "a", "")),
                arguments("language", table("expressionLanguage=''", "a", "")),
                arguments("attribute", table("camunda:class='x'", "a", "")),
                arguments("attribute", table("class='x'", "a", "")),
                arguments("namespace", table("x:y='z' xmlns:x='http://x'", "a", "")),
                arguments("unsupported", table("", "a", "<decision id='c' name='c'><invocation/></decision>")),
                arguments("unsupported", table("", "a", "<decision id='c' name='c'><context/></decision>")),
                arguments("unsupported", table("", "a", "<import namespace='x' importType='y'/>")),
                arguments("element", table("", "a", "<decision id='c' name='c'><script/></decision>")),
                arguments(
                        "xml",
                        "<!DOCTYPE definitions [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + table("", "&amp;a;", "")),
                arguments("xml", "<definitions"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileTables")
    void a_table_uses_feel_and_nothing_else(String why, String table) {
        assertThat(examine("x.dmn", table)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "expressionLanguage='feel'",
                "expressionLanguage='https://www.omg.org/spec/DMN/20191111/FEEL/'"
            })
    void feel_is_welcome_by_each_of_its_names(String language) {
        assertThat(examine("x.dmn", table(language, "a", ""))).isEmpty();
    }

    // --- forms -------------------------------------------------------------------------------------------------------

    static Stream<Arguments> hostileComponents() {
        return Stream.of(
                arguments("component", "{'type':'html','content':'<b>x</b>','id':'E'}"),
                arguments("component", "{'type':'iframe','url':'https://evil','id':'E'}"),
                arguments("component", "{'type':'filepicker','key':'f','id':'E'}"),
                arguments("component", "{'type':'documentPreview','id':'E'}"),
                arguments("component", "{'type':'script','id':'E'}"),
                arguments("component", "{'id':'E'}"),
                arguments("component", "{'type':'group','id':'G','components':[{'type':'iframe','id':'E'}]}"),
                arguments("component", "{'type':'dynamiclist','id':'G','components':[{'type':'html','id':'E'}]}"),
                arguments("picture", "{'type':'image','source':'https://evil/x.png','id':'E'}"),
                arguments("picture", "{'type':'image','source':'=variable','id':'E'}"),
                arguments("picture", "{'type':'image','source':'data:text/html,x','id':'E'}"),
                arguments("markup", "{'type':'text','text':'<script>1</script>','id':'E'}"),
                arguments("markup", "{'type':'text','text':'<img src=x onerror=y>','id':'E'}"),
                arguments("markup", "{'type':'text','text':'=\\\"<img src=x>\\\"','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x](javascript:alert(1))','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x](java\\nscript:alert(1))','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x](&#106;avascript:alert(1))','id':'E'}"),
                arguments("markup", "{'type':'text','text':'[x]( data:text/html,x)','id':'E'}"),
                arguments("markup", "{'type':'text','text':'![x](https://evil/x.png)','id':'E'}"),
                arguments("markup", "{'type':'textfield','key':'k','label':'<b onclick=x>','id':'E'}"),
                arguments("markup", "{'type':'radio','key':'k','values':[{'label':'<i>','value':'x'}],'id':'E'}"),
                arguments("key", "{'type':'text','onclick':'x','id':'E'}"),
                arguments("key", "{'type':'textfield','script':'x','id':'E'}"),
                arguments("json", "{'type':'text','type':'iframe','id':'E'}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileComponents")
    void a_form_brings_nothing_foreign_into_the_page(String why, String component) {
        assertThat(examine("x.form", form(component))).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text','text':'**重要** [通知](https://www.example.edu.cn/1) 3 < 4','id':'E'}",
                "{'type':'text','text':'{{title}}','conditional':{'hide':'=a<b'},'id':'E'}",
                "{'type':'number','key':'n','label':'N','decimalDigits':2,'validate':{'min':'=a<b','required':true},'id':'E'}",
                "{'type':'image','source':'data:image/png;base64,AAAA','alt':'章','id':'E'}",
                "{'type':'expression','key':'s','expression':'=a+b','computeOn':'change','id':'E'}",
                "{'type':'group','label':'G','path':'p','showOutline':true,'components':[{'type':'spacer','height':60,'id':'F'}],'id':'E'}",
                "{'type':'button','label':'B','action':'reset','properties':{'a':'b'},'id':'E'}"
            })
    void a_component_that_tasklist_draws_is_welcome(String component) {
        assertThat(examine("x.form", form(component))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "1", "{}", "{\"components\":{}}", "{\"components\":[]} x"})
    void what_is_no_form_is_refused(String content) {
        assertThat(examine("x.form", content)).isNotEmpty();
    }

    // --- files -------------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.groovy",
                "x.cmmn",
                "x.html",
                "x.js",
                "x.png",
                "x.svg",
                "x.xml",
                "xbpmn",
                "x.BPMN",
                "x.bpmn.html",
                "x",
                ""
            })
    void only_diagrams_tables_and_forms_are_deployed(String name) {
        assertThat(examine(name, diagram("<task id='E'/>"))).containsExactly("file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<a>",
                "<!DOCTYPE definitions><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
                "<!DOCTYPE d [<!ENTITY a 'b'>]><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>&a;</definitions>"
            })
    void what_is_no_xml_or_brings_entities_is_refused(String content) {
        assertThat(examine("x.bpmn", content)).containsExactly("xml");
    }

    @Test
    void everything_is_told_at_once_with_file_element_and_sentence() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        List<Finding> findings = door.examine(
                "x.bpmn",
                diagram(
                                "<serviceTask id='First' camunda:class='x' name='${a.b()}'/><userTask id='Second' activiti:formRef='y'/>")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(findings.stream().map(finding -> messages.getMessage(finding.line(), Locale.ENGLISH)))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("x.bpmn (First): camunda:class: no scripts"),
                        line -> assertThat(line).startsWith("x.bpmn (First): \"a.b()\" in the expression \"${a.b()}\""),
                        line -> assertThat(line)
                                .startsWith(
                                        "x.bpmn (Second): activiti:formRef is of an unknown namespace http://activiti.org/bpmn"));
    }

    // --- files in this language --------------------------------------------------------------------------------------

    private static List<String> examine(String file, String content) {
        return door.examine(file, content.getBytes(StandardCharsets.UTF_8)).stream()
                .map(Finding::code)
                .toList();
    }

    private static String diagram(String elements) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn" targetNamespace="http://shangda.org/test">
                  <process id="probe" isExecutable="true">%s</process>
                </definitions>
                """.formatted(elements);
    }

    private static String inside(String extension) {
        return "<userTask id='E'><extensionElements>" + extension + "</extensionElements></userTask>";
    }

    private static String condition(String expression) {
        return "<sequenceFlow id='E' sourceRef='A' targetRef='B'>" + expression + "</sequenceFlow>";
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

    private static String table(String attributes, String expression, String more) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d"
                    name="d" namespace="x"><decision id="t" name="t"><decisionTable id="dt"><input id="i"><inputExpression id="e"
                    typeRef="string" %s><text>%s</text></inputExpression></input><output id="o" name="o" typeRef="string"/></decisionTable>
                    </decision>%s</definitions>
                """.formatted(attributes, expression, more);
    }

    private static String form(String component) {
        return "{\"id\":\"x\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[" + component.replace('\'', '"')
                + "]}";
    }
}
