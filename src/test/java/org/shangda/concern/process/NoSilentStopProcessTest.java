package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.concern.ConcernPages;
import org.shangda.engine.RefusedRequest;
import org.shangda.university.University;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever people do or leave undone, no concern stops silently: it has at every moment a unit that owns it, somebody who
 * can act or a day on which it goes on by itself, a next deadline, and one place. Cases walk at random, each from its own
 * seed, so that a failing one can be walked again.
 */
@ShangdaTest
@Tag("h2")
class NoSilentStopProcessTest {

    private static final int CASES = 60;
    private static final int MOVES = 12;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final List<String> TYPES = List.of("difficulty", "problem", "problem", "suggestion", "hazard");
    private static final List<String> CATEGORIES =
            List.of("housing", "pay", "research", "health-and-family", "safety", "other");
    private static final List<String> COLLEAGUES =
            List.of("chenyu", "chenyu", "zhoutao", "xuhui", "zhengyang", "gaoqiang");
    private static final List<String> STANDING_ASIDE = List.of(
            "",
            "",
            "",
            "",
            "zhangwei",
            "zhangwei wulei",
            "jsj1",
            "jsj",
            "jsj1 jsj",
            "liumin yangfan",
            "hqc",
            "zzb",
            "zzb dxb",
            "zzb dxb dhdx",
            "wanghaitao");

    /** What people may be told who do what they are offered: once only, or not now. */
    private static final Set<String> EXPECTED = Set.of(
            "concern.questioned-already",
            "concern.urged-lately",
            "concern.travels-so-already",
            "concern.has-travelled",
            "concern.not-in-this-state");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @Autowired
    University university;

    @Autowired
    ConcernPages pages;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, CASES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_concern_never_stops_silently(int seed) {
        Random random = new Random(seed);
        TestTime.set(TestTime.at("2026-01-12T09:00:00")
                .plus(random.nextInt(200), ChronoUnit.DAYS)
                .plus(random.nextInt(24 * 60), ChronoUnit.MINUTES));
        Walk walk = new Walk(random);
        walk.raise();
        walk.prove();
        for (int move = 0; move < MOVES && walk.isOpen(); move++) {
            walk.move();
            walk.prove();
        }
    }

    private class Walk extends ProvedCase {

        private final Random random;

        Walk(Random random) {
            super(cases, engine, database, university, pages);
            this.random = random;
        }

        void raise() {
            Map<String, Object> form = new HashMap<>(Cases.concern());
            form.put("type", any(TYPES));
            form.put("category", any(CATEGORIES));
            form.put("travel", any(List.of("named", "named", "nameless-above-branch", "first-receiver-only")));
            String standAside = any(STANDING_ASIDE);
            form.put("standAside", standAside);
            colleague = any(COLLEAGUES);
            done.add("raise " + colleague + " " + form);
            try {
                number = cases.raise(colleague, form);
            } catch (RefusedRequest refused) {
                assertThat(refused.refusal().code())
                        .isIn("concern.hazard-must-travel", "concern.first-receiver-stands-aside");
                form.put("travel", "named");
                number = cases.raise(colleague, form);
            }
            aside = standingAside(Set.of(standAside.split(" ")));
        }

        void move() {
            int dice = random.nextInt(10);
            if (dice < 3) {
                letTimePass();
            } else if (dice == 3) {
                act(any(cases.tasks(number)));
            } else {
                List<Task> work = work();
                if (work.isEmpty()) {
                    letTimePass();
                } else {
                    act(any(work));
                }
            }
        }

        private void letTimePass() {
            Instant until = random.nextBoolean()
                    ? later(cases.nextJob(number).orElseThrow().getDuedate().toInstant())
                    : TestTime.now().plus(random.nextInt(24 * 9), ChronoUnit.HOURS);
            done.add("time passes to " + until);
            cases.passTo(number, until.atZone(CHINA).toLocalDateTime().toString());
        }

        private Instant later(Instant at) {
            return at.isBefore(TestTime.now()) ? TestTime.now() : at;
        }

        private void act(Task task) {
            String person = task.getAssignee() != null ? task.getAssignee() : any(candidates(task));
            if (task.getAssignee() == null) {
                cases.claim(person, task);
            }
            VariableMap shown = cases.show(person, task);
            Map<String, Object> form = form(task.getTaskDefinitionKey(), shown);
            done.add(person + " " + task.getTaskDefinitionKey() + " " + form);
            if (form.isEmpty()) {
                return;
            }
            try {
                if (task.getTaskDefinitionKey().equals("UserTask_RecordDecision")) {
                    cases.putToTheUniversity(number);
                }
                cases.submit(person, task, form);
            } catch (RefusedRequest refused) {
                assertThat(refused.refusal().code()).as("%s", done).isIn(EXPECTED);
            }
        }

        private Map<String, Object> form(String key, VariableMap shown) {
            String today = today().toString();
            return switch (key) {
                case "UserTask_Handle" -> exit(shown);
                case "UserTask_Sign" ->
                    random.nextInt(4) == 0
                            ? Map.of("decision", "send-back", "reason", "请补充依据。")
                            : Map.of("decision", "approve", "words", "同意。");
                case "UserTask_Supplement", "UserTask_Opinion" -> Map.of("words", "补充。");
                case "UserTask_RecordDecision" ->
                    Map.of(
                            "ruling",
                            List.of("decided", "later", "refused").get(random.nextInt(3)),
                            "on",
                            today,
                            "unit",
                            "jwc",
                            "words",
                            "研究决定。",
                            "settled",
                            "adopted");
                case "UserTask_PassOnAnswer" ->
                    random.nextInt(3) == 0
                            ? Map.of("decision", "question", "words", "请写明时间。")
                            : Map.of("decision", "pass-on");
                case "UserTask_ConfirmReferral" ->
                    random.nextInt(3) == 0
                            ? Map.of("decision", "take-back", "words", "我们再办。")
                            : Map.of("decision", "refer");
                case "UserTask_Rate" ->
                    random.nextInt(3) > 0
                            ? Map.of("rating", "dissatisfied", "reason", "not-solved")
                            : Map.of("rating", "satisfied");
                case "UserTask_Supervise" -> measure(shown);
                default -> follow();
            };
        }

        private Map<String, Object> exit(VariableMap shown) {
            Map<String, Object> form = new HashMap<>();
            form.put("exit", any(values(shown, "exits")));
            form.put("words", "说明。");
            form.put("tried", "已做的工作。");
            form.put("channel", "trade-union");
            List<String> units = new ArrayList<>(values(shown, "unitChoices"));
            Collections.shuffle(units, random);
            form.put("unit", units.get(0));
            form.put("units", units.subList(1, 2 + random.nextInt(2)));
            form.put("on", today().plusDays(1 + random.nextInt(20)).toString());
            form.putAll(Cases.closing());
            return form;
        }

        /** Nothing, where every measure that is open has been taken. */
        private Map<String, Object> measure(VariableMap shown) {
            List<String> measures = values(shown, "measures");
            if (measures.isEmpty()) {
                return Map.of();
            }
            List<String> units = values(shown, "unitChoices");
            return Map.of("measure", any(measures), "words", "请抓紧。", "unit", any(units));
        }

        private Map<String, Object> follow() {
            return switch (random.nextInt(8)) {
                case 0 -> Map.of("action", "withdraw");
                case 1, 2 -> Map.of("action", "travel", "travel", any(List.of("named", "first-receiver-only")));
                case 3, 4 -> Map.of("action", "urge");
                default -> Map.of("action", "paper", "words", "补充说明。");
            };
        }

        private LocalDate today() {
            return LocalDate.ofInstant(TestTime.now(), CHINA);
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private static List<String> values(VariableMap shown, String key) {
            try {
                List<String> values = new ArrayList<>();
                for (JsonNode choice : JSON.readTree(shown.get(key).toString())) {
                    values.add(choice.get("value").asText());
                }
                return values;
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
