package org.shangda.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.ASSIGNING_CLERK;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;
import static org.shangda.Cases.DEPARTMENT_CLERK;
import static org.shangda.Cases.ORGANIZATION_CLERK;
import static org.shangda.Cases.SECRETARY;
import static org.shangda.Cases.STRANGER;
import static org.shangda.rights.Canary.CANARY;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shangda.attachment.Attachments;
import org.shangda.attachment.SentFiles;
import org.shangda.rights.Addresses.Address;
import org.springframework.beans.factory.annotation.Autowired;

/** The canary on the product's own pages, in the files of a concern, in what is printed of it, and in what batches answer. */
class CanaryPages extends CanaryWriter {

    /** What the own pages read of concerns; what stands still is read elsewhere. */
    private static final List<String> READ = List.of(
            "/api/desk", "/api/mine", "/api/done", "/api/registers", "/api/concerns", "/api/work", "/api/files");

    private static final List<String> LISTS = List.of("receive", "doing", "done");

    static final List<String> INSIDE = List.of(COLLEAGUE, SECRETARY, COLLEGE_CLERK);

    /** Other units, other lines, those above, who keeps the product going, and a neighbour. */
    static final List<String> OUTSIDE = List.of(
            STRANGER,
            DEPARTMENT_CLERK,
            ORGANIZATION_CLERK,
            ASSIGNING_CLERK,
            "zhaomingyuan",
            "xujianhua",
            "yebo",
            "admin",
            "huyan");

    /** Where at least those inside read it. */
    static final List<String> TELLING = List.of(
            "/api/desk",
            "/api/desk.xlsx",
            "/api/mine",
            "/api/done",
            "/api/done/done.xlsx",
            "/api/registers/jsj1",
            "/api/registers/jsj1/register.xlsx",
            "/api/concerns/{number}",
            "/api/concerns/{number}/files",
            "/api/concerns/{number}/sheet.docx",
            "/api/concerns/{number}/sheet.pdf");

    @Autowired
    Attachments attachments;

    private String number;
    private String file;
    private List<String> story;

    /** With a photo and a place, passed up by the branch: the college is to receive it. */
    void write() {
        String name = text("pages file");
        byte[] photo = SentFiles.jpeg(640, 333);
        file = attachments
                .upload(COLLEAGUE, name + ".jpg", () -> new ByteArrayInputStream(photo))
                .id();
        Map<String, Object> form = concern("pages");
        form.put("files", List.of(file));
        form.put("place", text("pages place"));
        number = must(http.post(COLLEAGUE, OverHttp.RAISE, OverHttp.variables(form)), "pages")
                .json()
                .get("businessKey")
                .asText();
        int before = canary.written.size();
        exit(SECRETARY, number, "pass-up", Map.of());
        List<String> texts = new ArrayList<>(canary.written.keySet());
        story = Stream.concat(
                        texts.subList(before, texts.size()).stream(),
                        Stream.concat(
                                Stream.of(name),
                                Stream.of("title", "description", "place")
                                        .map(key -> form.get(key).toString())))
                .toList();
    }

    String number() {
        return number;
    }

    /** @return the addresses from which one of them reads some of what people wrote */
    Set<String> tellingTo(List<String> readers) {
        ReadFiles files = new ReadFiles(port);
        Set<String> telling = new TreeSet<>();
        for (String address : addresses()) {
            String path = address.replaceAll("\\?.*", "");
            for (String person : readers) {
                String read = ReadFiles.is(path)
                        ? files.text(person, address)
                        : http.get(person, address).body();
                if (tells(read)) {
                    telling.add(path.replace(number, "{number}"));
                }
            }
        }
        return telling;
    }

    private boolean tells(String read) {
        // Where a line of a page ends, the text of a file has a line break.
        String flat = read.replaceAll("\\s", "");
        return story.stream().anyMatch(flat::contains);
    }

    private List<String> tasks() {
        return cases.tasks(number).stream().map(task -> task.getId()).toList();
    }

    /** Found, so that a later address is read as well. */
    private List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (Address address :
                Addresses.described(http.get(COLLEAGUE, "/v3/api-docs").json())) {
            if (address.method().equals("GET") && READ.stream().anyMatch(address.path()::startsWith)) {
                addresses.addAll(filledIn(address));
            }
        }
        return addresses;
    }

    private List<String> filledIn(Address address) {
        String path = address.path()
                .replace("{number}", number)
                .replace("{file}", file)
                .replace("{process}", "concern-escalation");
        if (path.contains("{task}")) {
            return tasks().stream().map(task -> path.replace("{task}", task)).toList();
        }
        if (path.contains("{unit}")) {
            return Stream.of("jsj1", "jsj", "hqc")
                    .map(unit -> path.replace("{unit}", unit) + "?q=" + number)
                    .toList();
        }
        assertThat(path).as("say what to put in").doesNotContain("{");
        if (address.query().containsKey("list")) {
            return LISTS.stream()
                    .map(list -> path + "?q=" + number + "&list=" + list)
                    .toList();
        }
        return address.query().containsKey("q") ? List.of(path + "?q=" + number) : List.of(path);
    }

    /** Each of them hands in and receives it among many. @return what is answered */
    List<String> batches() {
        Map<String, Object> form = Map.of("exit", "pass-up", "words", CANARY, "tried", CANARY);
        List<String> answers = new ArrayList<>();
        Stream.of(OUTSIDE, INSIDE).flatMap(List::stream).forEach(person -> {
            answers.add(http.post(person, "/api/work/together", Map.of("tasks", tasks(), "values", form))
                    .body());
            answers.add(http.post(person, "/api/work/claim", Map.of("tasks", tasks()))
                    .body());
        });
        return answers;
    }
}
