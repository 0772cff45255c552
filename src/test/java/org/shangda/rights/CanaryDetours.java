package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.MEMBER;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.rights.Canary.CANARY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.shangda.Cases;
import org.shangda.rights.OverHttp.Answer;

/** The canary beside the forms: over the engine's own API, and in what fails. */
class CanaryDetours extends CanaryWriter {

    /** What the engine's own API offers besides forms, to those who hold a task and to the administrator. */
    void roundTheForms(String underWay) {
        Task task = cases.task(underWay, "UserTask_Handle");
        must(http.claim(COLLEGE_CLERK, task.getId()), "claim");
        String t = "/engine-rest/task/" + task.getId();
        String i = "/engine-rest/process-instance/" + task.getProcessInstanceId();
        String e = "/engine-rest/execution/" + task.getExecutionId();
        String text = "\"" + CANARY + "\"";
        String value = "{\"value\":" + text + ",\"type\":\"String\"}";
        String variables = "\"variables\":{\"a\":" + value + "}";
        String target = "\"type\":\"startBeforeActivity\",\"activityId\":\"UserTask_Handle\"";
        List<String[]> attempts = List.of(
                new String[] {"POST", t + "/comment/create", "{\"message\":" + text + "}"},
                new String[] {"PUT", t, "{\"name\":" + text + ",\"description\":" + text + "}"},
                new String[] {"PUT", t + "/variables/a", value},
                new String[] {"PUT", t + "/localVariables/a", value},
                new String[] {"POST", t + "/variables", "{\"modifications\":{\"a\":" + value + "}}"},
                new String[] {"POST", t + "/complete", "{" + variables + "}"},
                new String[] {"POST", t + "/resolve", "{" + variables + "}"},
                new String[] {
                    "POST", t + "/bpmnError", "{\"errorCode\":\"x\",\"errorMessage\":" + text + "," + variables + "}"
                },
                new String[] {"POST", t + "/bpmnEscalation", "{\"escalationCode\":" + text + "," + variables + "}"},
                new String[] {"POST", t + "/delegate", "{\"userId\":" + text + "}"},
                new String[] {"POST", t + "/assignee", "{\"userId\":" + text + "}"},
                new String[] {"POST", t + "/identity-links", "{\"userId\":" + text + ",\"type\":\"candidate\"}"},
                new String[] {"POST", t + "/submit-form", "{" + variables + "}"},
                new String[] {"POST", "/engine-rest/task/create", "{\"name\":" + text + "}"},
                new String[] {"POST", i + "/variables", "{\"modifications\":{\"a\":" + value + "}}"},
                new String[] {"PUT", i + "/variables/a", value},
                new String[] {
                    "POST",
                    i + "/modification",
                    "{\"annotation\":" + text + ",\"instructions\":[{" + target + "," + variables + "}]}"
                },
                new String[] {
                    "POST",
                    "/engine-rest/modification/executeAsync",
                    "{\"processDefinitionId\":\"" + task.getProcessDefinitionId() + "\",\"annotation\":" + text
                            + ",\"processInstanceIds\":[\"" + task.getProcessInstanceId() + "\"],\"instructions\":[{"
                            + target + "}]}"
                },
                new String[] {"POST", i + "/comment", "{\"message\":" + text + "}"},
                new String[] {
                    "POST",
                    "/engine-rest/process-instance/delete",
                    "{\"deleteReason\":" + text + ",\"processInstanceIds\":[\"" + task.getProcessInstanceId() + "\"]}"
                },
                new String[] {"PUT", e + "/localVariables/a", value},
                new String[] {"POST", e + "/signal", "{" + variables + "}"},
                new String[] {"POST", e + "/create-incident", "{\"incidentType\":" + text + ",\"message\":" + text + "}"
                },
                new String[] {
                    "POST", "/engine-rest/message", "{\"messageName\":" + text + ",\"businessKey\":" + text + "}"
                },
                new String[] {"POST", "/engine-rest/signal", "{\"name\":" + text + "," + variables + "}"},
                new String[] {"POST", "/engine-rest/condition", "{" + variables + "}"},
                new String[] {
                    "POST",
                    "/engine-rest/process-definition/key/concern-escalation/start",
                    "{\"businessKey\":" + text + "," + variables + "}"
                },
                new String[] {
                    "POST",
                    "/engine-rest/process-definition/key/level-handling/start",
                    "{\"skipCustomListeners\":true,\"startInstructions\":[{" + target + "}]," + variables + "}"
                },
                new String[] {"POST", "/engine-rest/decision-definition/key/level-exits/evaluate", "{" + variables + "}"
                },
                new String[] {
                    "POST", "/engine-rest/external-task/fetchAndLock", "{\"workerId\":" + text + ",\"maxTasks\":1}"
                },
                new String[] {
                    "PUT", "/engine-rest/history/user-operation/x/set-annotation", "{\"annotation\":" + text + "}"
                },
                new String[] {"PUT", "/engine-rest/incident/x/annotation", "{\"annotation\":" + text + "}"});
        List<String> passed = new ArrayList<>();
        for (String person : List.of(COLLEGE_CLERK, MEMBER, COLLEAGUE, "admin")) {
            for (String[] attempt : attempts) {
                Answer answer = http.send(person, attempt[0], attempt[1], attempt[2]);
                if (answer.status() < 400 || answer.status() >= 500) {
                    passed.add(person + " " + attempt[0] + " " + attempt[1] + " " + answer);
                }
            }
            Answer attachment = http.post(
                    person,
                    t + "/attachment/create",
                    "--x\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\n" + CANARY
                            + "\r\n--x--\r\n",
                    "Content-Type",
                    "multipart/form-data; boundary=x");
            if (answer4xx(attachment)) {
                continue;
            }
            passed.add(person + " attachment " + attachment);
        }
        assertThat(passed).isEmpty();

        // A business key of the client's own is not taken.
        String form = OverHttp.variables(Cases.concern());
        Answer raised = http.post(
                COLLEAGUE, OverHttp.RAISE, form.substring(0, form.length() - 1) + ",\"businessKey\":" + text + "}");
        must(raised, "a business key");
    }

    /** The database refuses a row and quotes it; a job fails for good. */
    void failures() {
        String number = raise(COLLEAGUE, "failing");
        exit(SECRETARY, number, "ask", Map.of());
        Job job = cases.nextJob(number).orElseThrow();
        broken("handling", "exit_words not like '%" + CANARY + "%' or version < 0", () -> {
            // The first failure only sets how often it is tried again; the last one makes an incident.
            for (int attempt = 1; attempt <= 2; attempt++) {
                engine.getManagementService().setJobRetries(job.getId(), 1);
                assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                        .isNotNull();
            }
            assertThat(engine.getRuntimeService()
                            .createIncidentQuery()
                            .configuration(job.getId())
                            .count())
                    .isOne();
            Task supplement = cases.task(number, "UserTask_Supplement");
            failed(http.submit(COLLEAGUE, supplement.getId(), Map.of("words", CANARY)));
        });
        broken("concern", "title not like '%" + CANARY + "%'", () -> {
            Map<String, Object> form = Cases.concern();
            form.put("title", CANARY);
            failed(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form)));
            failed(http.post(COLLEAGUE, "/api/concerns", form, "Idempotency-Key", "failing"));
        });
        engine.getManagementService().setJobRetries(job.getId(), 1);
    }
}
