package org.shangda.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.engine.door.walk.Damaged.diagram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shangda.Modeler;
import org.shangda.ShangdaTest;
import org.shangda.ShippedDoor;
import org.shangda.engine.door.Finding;
import org.shangda.engine.door.walk.Damaged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Before an administrator's diagram is in force, it is walked through over everything that is. */
@ShangdaTest
@Tag("h2")
@ExtendWith(OutputCaptureExtension.class)
class WalkedDeploymentTest {

    private static final String WAY = "concern-escalation.bpmn";
    private static final String LEVEL = "level-handling.bpmn";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Test
    void an_exit_that_leads_elsewhere_than_its_outcome_says_is_refused_with_the_level_that_is_left() {
        String returnedToItself = content(
                WAY, diagram("concern-escalation").lead("Flow_SecondReturn_College", "CallActivity_Department"));
        assertThat(ShippedDoor.open().examine(Map.of(WAY, returnedToItself.getBytes(StandardCharsets.UTF_8))))
                .as("nothing that could be read in the files")
                .noneMatch(Finding::refuses);

        HttpResponse<String> answer = new Modeler(port).send("probe", WAY, returnedToItself);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(said(answer)).startsWith("未部署").contains(WAY + "（CallActivity_Department「职能部门办理」）：试走", "退回后应进入另一级");
    }

    @Test
    void what_is_read_and_what_is_walked_is_told_in_one_message() {
        String transferGoesOn =
                content(LEVEL, diagram("level-handling").lead("Flow_Outcome_Enter", "SubProcess_Visit"));

        HttpResponse<String> answer = new Modeler(port).send("probe", LEVEL, transferGoesOn);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(said(answer))
                .contains(LEVEL + "（Gateway_AwaitsDecision「等学校决定？」）：")
                .contains(LEVEL + "（UserTask_Handle「办理」）：试走");
    }

    @Test
    void a_harmless_change_is_walked_once_and_accepted(CapturedOutput log) throws JsonProcessingException {
        String named = content(WAY, diagram("concern-escalation").replace("首次不满意", "第一次不满意"));

        HttpResponse<String> answer = new Modeler(port).send("probe", WAY, named);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Modeler.takeBack(engine.getRepositoryService(), json(answer).get("id").asText());
        assertThat(log.getOut().lines().filter(line -> line.contains("Walked concern-escalation")))
                .as("before the command, and not once more in its transaction")
                .hasSize(1);
    }

    private static String content(String file, Damaged damaged) {
        return new String(damaged.files().get(file), StandardCharsets.UTF_8);
    }

    private static String said(HttpResponse<String> answer) {
        try {
            return json(answer).get("message").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
        return new ObjectMapper().readTree(answer.body());
    }
}
