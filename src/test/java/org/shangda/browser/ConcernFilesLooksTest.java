package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.attachment.Attachments;
import org.shangda.attachment.SentFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Photos and documents on forms, in Tasklist's form-js and in that of the product's own pages. */
@Tag("browser")
@ShangdaTest
class ConcernFilesLooksTest extends InTheBrowser {

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcTemplate database;

    @TempDir
    Path folder;

    @AfterEach
    void whatWasNotUsedIsGone() {
        database.update("delete from attachment where case_number is null");
    }

    private String upload(String name, int width) {
        byte[] photo = SentFiles.jpeg(width, 300);
        return attachments
                .upload(COLLEAGUE, name, () -> new ByteArrayInputStream(photo))
                .id();
    }

    @Test
    void a_handler_sees_place_telephone_and_files_in_tasklist_and_at_the_desk() {
        String photo = upload("漏水 (一).jpg", 401);
        Map<String, Object> form = Cases.concernWith("place", "三号楼 402");
        form.put("files", List.of(photo));
        String number = cases.raise(COLLEAGUE, form);
        String file = "/api/concerns/" + number + "/files/" + photo;

        browser.login(SECRETARY).list("我的在办").task("党支部办理 " + number);
        assertThat(browser.shown("地点")).isEqualTo("三号楼 402");
        assertThat(browser.linkUnder("漏水 (一).jpg")).isEqualTo(file);
        assertThat(browser.text()).contains("陈宇 · 计算机系教工党支部 0500-8888 2047（实名办理）");
        browser.picture("files-in-tasklist");

        String task = cases.task(number, "UserTask_Handle").getId();
        browser.page("/reports/desk.html#task=" + task);
        assertThat(browser.linkUnder("漏水 (一).jpg")).isEqualTo(file);
        assertThat(browser.shown("地点")).isEqualTo("三号楼 402");
        browser.picture("files-at-the-desk");
    }

    @Test
    void photos_and_a_document_are_sent_from_a_phone_and_a_sixth_is_refused_in_words() {
        new OnMyPhone(browser).logIn(COLLEAGUE).open();
        browser.click(By.cssSelector("a.raise"));
        browser.pick("类别", "住房与后勤").fill("标题", "三号楼漏水").fill("情况说明", "见照片和报修单。");
        browser.press("下一步");
        browser.chooseFile(file("report.pdf", SentFiles.pdf())).awaitText("已传");
        browser.chooseFile(Stream.of(1, 2, 3, 4, 5)
                .map(n -> file("leak-" + n + ".jpg", SentFiles.jpeg(400 + n, 300)))
                .toArray(Path[]::new));
        browser.awaitText("最多 5 个，多出的没有添加。");
        browser.await(() -> browser.text().split("已传", -1).length == 6);
        assertThat(browser.text()).contains("report.pdf", "leak-4.jpg").doesNotContain("leak-5.jpg");
        browser.photograph("files-on-a-phone");
        browser.press("提交").awaitText("已送出");

        String number = browser.find(".sent .number").getText();
        assertThat(database.queryForList("select name from attachment where case_number = ?", String.class, number))
                .containsExactlyInAnyOrder("report.pdf", "leak-1.jpg", "leak-2.jpg", "leak-3.jpg", "leak-4.jpg");
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_was_uploaded_elsewhere_is_ticked_in_tasklists_form_which_says_where_to_upload() {
        String photo = upload("门锁.jpg", 402);

        browser.login(COLLEAGUE).start("反映问题、困难或建议");
        assertThat(browser.linkUnder("反映页面")).isEqualTo("/reports/mine.html#raise");
        browser.choose("实际困难")
                .pick("类别", "住房与后勤")
                .fill("标题", "门锁坏了")
                .fill("情况说明", "见照片。")
                .fill("地点", "三号楼")
                .choose("门锁.jpg");
        browser.picture("files-raised");
        browser.send();
        browser.notice("我的事项");

        assertThat(database.queryForObject("select case_number from attachment where id = ?", String.class, photo))
                .startsWith("SD");
    }
}
