package org.shangda.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.shangda.fuzz.Operations.Operation;
import org.shangda.work.Course;
import org.shangda.work.Courses;
import org.shangda.work.WorkItem;
import org.shangda.work.WorkItems;

/** One request after the other, by a seed and by what is there at the moment. */
class Requests {

    private static final List<String> PEOPLE = List.of("chenyu", "liumin", "yebo", "admin");
    private static final List<String> ADDRESSES = List.of(
            "/",
            "/api",
            "/api/concerns",
            "/engine-rest",
            "/camunda/",
            "/camunda/app/tasklist/default/",
            "/actuator/health",
            "/actuator",
            "/v3/api-docs",
            "/reports/pairs.html",
            "/error",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/cockpit/plugin/base/default",
            "/camunda/api/engine/engine",
            "/camunda/app/cockpit/default/",
            "/camunda/lib/x.js");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ODD");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Cookie",
            "Range",
            "If-Modified-Since",
            "If-None-Match",
            "Idempotency-Key",
            "X-Forwarded-For",
            "Forwarded",
            "X-HTTP-Method-Override",
            "Origin",
            "Referer",
            "Sec-Fetch-Site",
            "Content-Encoding");
    private static final int AS_LONG = 100;

    private final Odd odd;
    private final Operations engineApi;
    private final Operations productApi;
    private final List<Course> startable;
    private final WorkItems workItems;
    private final ProcessEngine engine;
    private final Forms forms = new Forms();
    private final List<byte[]> files = new ArrayList<>();
    private final Set<String> reached = new TreeSet<>();

    private List<String> ids = List.of();
    private List<Task> tasks = List.of();
    private int made;

    Requests(
            Odd odd,
            Operations engineApi,
            Operations productApi,
            Courses courses,
            WorkItems workItems,
            ProcessEngine engine) {
        this.odd = odd;
        this.engineApi = engineApi;
        this.productApi = productApi;
        this.startable = courses.all().stream()
                .filter(course -> course.startForm().isPresent())
                .toList();
        this.workItems = workItems;
        this.engine = engine;
        files.addAll(Sheets.all());
    }

    Shot next() {
        if (made++ % AS_LONG == 0) {
            look();
        }
        int kind = odd.below(100);
        Shot shot;
        if (kind < 40) {
            shot = operation(engineApi, odd.chance(0.5) ? "/engine-rest" : "/camunda/api/engine/engine/default");
        } else if (kind < 60) {
            shot = operation(productApi, "");
        } else if (kind < 70) {
            shot = startForm();
        } else if (kind < 85) {
            shot = taskForm();
        } else if (kind < 95) {
            shot = upload();
        } else {
            shot = Shot.of(
                    odd.of(PEOPLE),
                    odd.of(METHODS),
                    odd.of(ADDRESSES) + (odd.chance(0.5) ? "" : "/" + Odd.encoded(odd.text())));
        }
        return disturbed(shot);
    }

    /** Kinds of work whose form was sent to an open task. */
    Set<String> reached() {
        return reached;
    }

    private Shot disturbed(Shot shot) {
        Shot sent = shot;
        if (sent.body() != null && odd.chance(0.06)) {
            sent = sent.with(sent.type(), odd.broken(sent.body()));
        }
        if (sent.body() != null && odd.chance(0.04)) {
            sent = sent.with(odd.contentType(), sent.body());
        }
        if (odd.chance(0.08)) {
            sent = sent.header(
                    odd.of(HEADERS), odd.text().replaceAll("[^\\x20-\\x7e]", "").trim());
        }
        return sent;
    }

    /** What there is at the moment, for addresses and bodies. */
    private void look() {
        tasks = engine.getTaskService()
                .createTaskQuery()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 300);
        List<String> found = new ArrayList<>(
                List.of("chenyu", "liumin", "staff", "ujsj", "jsj", "jsj1", "hqc", "zhejiang", "2025-2026-2", "x"));
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .listPage(0, 20)
                .forEach(one -> {
                    found.add(one.getId());
                    found.add(one.getKey());
                });
        tasks.stream().limit(40).forEach(task -> {
            found.add(task.getId());
            found.add(task.getProcessInstanceId());
            found.add(task.getExecutionId());
            found.add(task.getTaskDefinitionKey());
        });
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .listPage(0, 40)
                .forEach(one -> found.add(String.valueOf(one.getBusinessKey())));
        engine.getManagementService().createJobQuery().listPage(0, 20).forEach(job -> found.add(job.getId()));
        ids = found;
    }

    /** An administrator changes nothing that is there: without people and diagrams there would be nothing left to ask. */
    private Shot operation(Operations api, String prefix) {
        Operation operation = odd.of(api.all());
        String person = odd.of(PEOPLE);
        boolean changes = !operation.method().equals("GET") && !operation.path().matches(".*(count|evaluate)|/[^{]*");
        boolean wrecks = operation
                .path()
                .matches(".*(suspended|/delete|cleanup|roster|calendar|import).*|/engine-rest/(user|group).*");
        if (operation.path().matches(".*(verify|credentials)")) {
            // Wrong passwords make wait, and whoever waits asks nothing.
            return api.shot(odd, person, operation, prefix, List.of("nobody"));
        }
        if (person.equals("admin") && (changes || wrecks && !operation.method().equals("GET"))) {
            return api.shot(
                    odd, wrecks ? "liumin" : person, operation, prefix, wrecks ? ids : List.of("nothing", "x", "0"));
        }
        return api.shot(odd, person, operation, prefix, ids);
    }

    private Shot startForm() {
        Course course = odd.of(startable);
        return Shot.of(
                        odd.of(List.of("chenyu", "liumin", "zhangwei", "gaoyan", "sunyan")),
                        "POST",
                        base() + "/process-definition/key/" + course.process() + "/submit-form")
                .json(forms.filled(odd, course.startForm().orElseThrow().id(), ids));
    }

    private Shot taskForm() {
        if (tasks.isEmpty()) {
            return startForm();
        }
        String kind =
                odd.of(tasks.stream().map(Task::getTaskDefinitionKey).distinct().toList());
        Task task = odd.of(tasks.stream()
                .filter(one -> kind.equals(one.getTaskDefinitionKey()))
                .toList());
        String person = task.getAssignee() == null ? candidate(task) : task.getAssignee();
        if (task.getAssignee() == null && odd.chance(0.5)) {
            return Shot.of(person, "POST", "/engine-rest/task/" + task.getId() + "/claim")
                    .json(Map.of("userId", person));
        }
        if (odd.chance(0.1)) {
            return Shot.of(person, "GET", base() + "/task/" + task.getId() + "/form-variables");
        }
        String form = workItems
                .of(String.valueOf(task.getTaskDefinitionKey()))
                .map(WorkItem::form)
                .orElse("none");
        reached.add(form);
        return Shot.of(person, "POST", base() + "/task/" + task.getId() + "/submit-form")
                .json(forms.filled(odd, form, ids));
    }

    private String base() {
        return odd.chance(0.8) ? "/engine-rest" : "/camunda/api/engine/engine/default";
    }

    private String candidate(Task task) {
        if (engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 0) {
            // Handed in since it was looked up, which is worth sending as well.
            return "liumin";
        }
        for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
            if (link.getUserId() != null) {
                return link.getUserId();
            }
            List<User> members = link.getGroupId() == null
                    ? List.of()
                    : engine.getIdentityService()
                            .createUserQuery()
                            .memberOfGroup(link.getGroupId())
                            .listPage(0, 5);
            if (!members.isEmpty()) {
                return odd.of(members).getId();
            }
        }
        return "liumin";
    }

    // --- uploads -----------------------------------------------------------------------------------------------------

    private Shot upload() {
        List<Operation> uploads = new ArrayList<>(
                productApi.all().stream().filter(Operation::uploads).toList());
        if (odd.chance(0.25)) {
            return multipart("admin", "/engine-rest/deployment/create", List.of("deployment-name", "data"), drawing());
        }
        Operation operation = odd.of(uploads);
        List<String> parts = new ArrayList<>();
        operation
                .description()
                .path("requestBody")
                .path("content")
                .path("multipart/form-data")
                .path("schema")
                .path("properties")
                .fieldNames()
                .forEachRemaining(parts::add);
        // Only tried out by who may do it: a university without people would answer nothing more.
        boolean tries = operation.path().matches(".*(roster|import)");
        String person = odd.of(tries ? List.of("admin", "liumin") : List.of("liumin", "chenyu"));
        String query = tries ? "?dryRun=true&college=jsj" : "";
        return multipart(
                person, operation.path() + query, parts, odd.chance(0.15) ? odd.of(files) : odd.file(odd.of(files)));
    }

    private byte[] drawing() {
        try (var all = Files.list(Path.of(odd.chance(0.5) ? "bpmn" : "forms"))) {
            byte[] file = Files.readAllBytes(odd.of(all.sorted().toList()));
            return odd.chance(0.1) ? file : odd.bytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shot multipart(String person, String path, List<String> parts, byte[] file) {
        var body = new java.io.ByteArrayOutputStream();
        Map<String, byte[]> sent = new LinkedHashMap<>();
        for (String part : parts) {
            if (odd.chance(0.8)) {
                sent.put(part, part.equals("deployment-name") ? odd.text().getBytes(StandardCharsets.UTF_8) : file);
            }
        }
        sent.forEach((part, content) -> {
            String ending = odd.of(List.of(".csv", ".xlsx", ".bpmn", ".dmn", ".form", "", ".xls"));
            String head = "--b\r\nContent-Disposition: form-data; name=\"" + (odd.chance(0.05) ? "odd" : part) + "\""
                    + (part.equals("deployment-name") ? "" : "; filename=\"f" + ending + "\"") + "\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes((odd.chance(0.95) ? "--b--\r\n" : "--").getBytes(StandardCharsets.UTF_8));
        return Shot.of(person, "POST", path).with("multipart/form-data; boundary=b", body.toByteArray());
    }
}
