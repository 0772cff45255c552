package org.shangda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Damaged.cell;
import static org.shangda.Damaged.shipped;
import static org.shangda.Damaged.xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command by which an administrator, or a build, asks whether files may be deployed. */
class FileCheckTest {

    private static final String DAYS = "level-deadlines.dmn";
    private static final String WAY = "concern-escalation.bpmn";

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    private int check(String... options) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(options));
        return new FileCheck(said::add).run(arguments);
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), content);
    }

    @BeforeEach
    void a_change_that_does_no_harm() throws IOException {
        write("bpmn/" + DAYS, cell("Rule_Department", "handleDays", "15").apply(shipped(DAYS)));
    }

    @Test
    void files_that_may_be_deployed_pass() {
        assertThat(check()).isZero();
        assertThat(said).containsExactly("1 个文件可以一起部署。 / 1 files may be deployed together.");
    }

    @Test
    void what_is_read_and_what_is_walked_is_told_a_line_each_chinese_first() throws IOException {
        write("bpmn/" + DAYS, cell("Rule_Department", "handleDays", "0").apply(shipped(DAYS)));
        write(
                WAY,
                xml(it -> it.lead("Flow_SecondReturn_College", "CallActivity_Department"))
                        .apply(shipped(WAY)));

        assertThat(check()).isOne();
        assertThat(said)
                .anyMatch(line ->
                        line.matches("【须修改】 level-deadlines.dmn（Rule_Department.*）：.* / level-deadlines.dmn \\(.*"))
                .anyMatch(line -> line.matches("【须修改】 concern-escalation.bpmn（CallActivity_Department.*试走.* / .*"))
                .last()
                .asString()
                .startsWith("2 个文件不能部署，须修改 2 处。");
        assertThat(said).noneMatch(line -> line.contains("\n"));
    }

    /** Its roster is not the demonstration's. */
    @Test
    void units_are_those_of_the_roster_that_is_given() throws IOException {
        write(
                "bpmn/level-units.dmn",
                cell("Rule_DepartmentFirst", "supervisionUnit", "\"ours\"").apply(shipped("level-units.dmn")));
        assertThat(check()).isOne();
        assertThat(said)
                .anyMatch(line -> line.contains("level-units.dmn（Rule_DepartmentFirst") && line.contains("ours"));

        Path units = folder.resolve("units.csv");
        Files.writeString(
                units,
                Files.readString(Path.of("src/main/resources/demo/units.csv")) + "ours,本校党建处,department,xx,,,\n");
        said.clear();
        assertThat(check("--units=" + units)).as(String.join("\n", said)).isZero();
    }

    @Test
    void a_programme_that_a_university_has_added_is_named() throws IOException {
        String file = "summary-tiers.dmn";
        write(file, shipped(file).replace("\"shandong\", \"usst\"", "\"shandong\", \"usst\", \"usst-2027\""));

        assertThat(check()).as("nobody knows it").isOne();
        assertThat(said).anyMatch(line -> line.contains(file) && line.contains("usst-2027"));

        said.clear();
        check("--programmes=usst-2027");
        assertThat(said).noneMatch(line -> line.contains(file + "（Rule"));
    }

    @Test
    void whoever_asks_in_another_way_is_told_how() throws IOException {
        assertThat(new FileCheck(said::add).run(List.of())).isOne();
        assertThat(check("--unit=x")).isOne();
        assertThat(said).hasSize(2).allMatch(line -> line.startsWith("用法：java -jar shangda.jar check"));

        said.clear();
        assertThat(new FileCheck(said::add)
                        .run(List.of(folder.resolve("nowhere").toString())))
                .isOne();
        assertThat(said).singleElement().asString().startsWith("无法读取：");

        said.clear();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        assertThat(check()).isOne();
        assertThat(said).singleElement().asString().contains("没有流程图");
    }

    /** As it is started: in a process of its own, without web server and database, and with an exit code for a build. */
    @Test
    void the_program_itself_answers_with_its_exit_code() throws IOException, InterruptedException {
        write("bpmn/" + DAYS, cell("Rule_Department", "handleDays", "0").apply(shipped(DAYS)));
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShangdaApplication.class.getName(),
                        "check",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("Picked up"))
                .toList();

        assertThat(program.waitFor()).as(String.join("\n", lines)).isOne();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("【须修改】 level-deadlines.dmn（Rule_Department");
        assertThat(lines.get(1)).startsWith("1 个文件不能部署，须修改 1 处。");
    }
}
