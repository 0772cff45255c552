package org.shangda.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.Cases.COLLEAGUE;
import static org.shangda.Cases.COLLEGE_CLERK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shangda.Pairings;
import org.shangda.ShangdaTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A college's clerk tries a file, reads what is wrong with one row, and imports the mended file. */
@Tag("browser")
@ShangdaTest
class PairsLooksTest extends InTheBrowser {

    @Autowired
    Pairings pairings;

    @TempDir
    Path folder;

    @BeforeEach
    void nobodyIsPairedYet() {
        pairings.clear();
    }

    @AfterEach
    void nobodyIsPaired() {
        pairings.clear();
    }

    private Path file(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), "党员,联系对象,结对日期,类别\n" + rows);
    }

    @Test
    void a_file_is_tried_and_mended_and_imported() throws IOException {
        browser.login(COLLEGE_CLERK).start("成批结对").awaitText("记录表");
        assertThat(browser.linkUnder("覆盖情况、结对名单、文件导入、记录表")).isEqualTo("/reports/pairs.html");
        browser.page("/reports/pairs.html").awaitText("还没有结对");

        browser.chooseFile(file("wrong.csv", "孙艳,陈宇,2025-09-01,\n李梅,没有这个人,2025-09-01,\n"))
                .press("试读")
                .awaitText("名册中没有“没有这个人”");
        assertThat(browser.text()).contains("1 处不合要求，没有导入", "可以导入。");
        browser.picture("pairs-wrong");

        browser.chooseFile(file("right.csv", "孙艳,陈宇,2025-09-01,\n")).press("试读").awaitText("每一行都可以导入");
        assertThat(pairings.numbers("1 = 1")).isEmpty();
        browser.press("导入").awaitText("已导入 1 对");

        assertThat(pairings.numbers("state = 'ACTIVE' and colleague = '" + COLLEAGUE + "'"))
                .hasSize(1);
        browser.awaitText("结对中");
        assertThat(browser.linkUnder("下载 Word")).isEqualTo("/api/records/jsj.docx");
        browser.picture("pairs");

        browser.login("xiexin").page("/reports/pairs.html?college=jx").awaitText("联系人数不足");
        browser.picture("pairs-short");
        browser.login("chenyu").page("/reports/pairs.html").awaitText("您不负责任何院级党组织的结对工作");
    }
}
