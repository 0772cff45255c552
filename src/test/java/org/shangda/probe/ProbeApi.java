package org.shangda.probe;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.shangda.refusal.Refusal;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Addresses under /api for the tests of login and problems. */
@TestConfiguration
@Import(ProbeApi.Addresses.class)
public class ProbeApi {

    @RestController
    static class Addresses {

        private final IdentityService identity;
        private final TaskService tasks;

        Addresses(IdentityService identity, TaskService tasks) {
            this.identity = identity;
            this.tasks = tasks;
        }

        record Wish(@NotBlank String title, int count) {}

        @GetMapping("/api/probe/caller")
        Map<String, Object> caller() {
            var caller = identity.getCurrentAuthentication();
            return Map.of("user", caller.getUserId(), "groups", caller.getGroupIds());
        }

        @GetMapping("/api/probe/number")
        int number(@RequestParam @Max(9) int number) {
            return number;
        }

        @GetMapping("/api/probe/refused/{kind}")
        void refused(@PathVariable Refusal.Kind kind) {
            throw switch (kind) {
                case INVALID -> Refusal.invalid("web.missing", "title");
                case NOT_FOUND -> Refusal.notFound("engine.no-such-task");
                case CONFLICT -> Refusal.conflict("engine.already-claimed");
            };
        }

        @GetMapping("/api/probe/failure")
        void failure() {
            throw new IllegalStateException("CANARY-of-a-failure");
        }

        @GetMapping("/api/probe/rename")
        void rename() {
            var task = tasks.newTask();
            tasks.saveTask(task);
        }

        @PostMapping("/api/probe/wish")
        Wish wish(@RequestBody @Valid Wish wish) {
            return wish;
        }

        @PostMapping("/api/probe/file")
        long file(@RequestPart MultipartFile file) {
            return file.getSize();
        }

        @PostMapping({"/api/roster/probe", "/api/calendar/probe"})
        void administratorsOnly() {}
    }
}
