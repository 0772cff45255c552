package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.SECRETARY;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shangda.Cases;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.attachment.Attachments;
import org.shangda.attachment.SentFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Photos and documents on forms, in Tasklist's form-js and in that of the product's own pages. */
@Tag("browser")
@ShangdaTest
class ConcernFilesLooksTest {

    @Autowired
    Cases cases;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
        cases.endAll();
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
        cases.endAll();
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
