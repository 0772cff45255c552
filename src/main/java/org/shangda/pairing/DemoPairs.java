package org.shangda.pairing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shangda.pairing.Answers.Acceptance;
import org.shangda.pairing.Answers.Consent;
import org.shangda.pairing.Answers.Told;
import org.shangda.pairing.Asking.Wish;
import org.shangda.pairing.ChangeService.Change;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pairs in every state in the demonstration's colleges, which follow three programmes; once, at the first start. */
@Component
@Profile("demo")
@Order(10)
class DemoPairs implements ApplicationRunner {

    /** Existing pairs by college: 党员, 联系对象, 结对日期, 类别. The colleagues may still object. */
    private static final Map<String, String> EXISTING = Map.of(
            "jsj", """
                    党员,联系对象,结对日期,类别
                    zhaoxin,lubin,2025-09-15,
                    wupeng,zhanghui,2025-09-15,
                    xuning,luohang,2025-09-20,青年教师
                    wanghaitao,dengjie,2025-10-08,高层次人才
                    zhouzhengming,hanwenjing,2025-10-08,高层次人才
                    xuqiang,lining,2025-11-03,新入职教职工
                    """,
            "jx", """
                    党员,联系对象,结对日期,类别
                    zhengguohua,tianruoxi,2025-09-10,入党积极分子
                    zhaomingyuan,dufei,2025-09-10,优秀青年教师入党积极分子
                    linwenbo,xuhui,2025-09-10,专家
                    """,
            "jg", """
                    党员,联系对象,结对日期,类别
                    yaoyuan,zhengyang,2025-09-12,
                    jianghang,pantianyu,2025-09-12,
                    """);

    private static final Map<String, String> RELATIONS =
            Map.of("jsj", "member-person", "jx", "leader-person", "jg", "member-person");

    private final boolean wanted;
    private final Pairings pairings;
    private final Asking asking;
    private final Answers answers;
    private final ChangeService changes;
    private final PairImport importing;
    private final PairingProcess process;
    private final TransactionTemplate transaction;

    DemoPairs(
            @Value("${shangda.demo.pairs:true}") boolean wanted,
            Pairings pairings,
            Asking asking,
            Answers answers,
            ChangeService changes,
            PairImport importing,
            PairingProcess process,
            PlatformTransactionManager transactions) {
        this.wanted = wanted;
        this.pairings = pairings;
        this.asking = asking;
        this.answers = answers;
        this.changes = changes;
        this.importing = importing;
        this.process = process;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            fill();
        }
    }

    void fill() {
        if (pairings.count() > 0) {
            return;
        }
        EXISTING.forEach((college, list) -> {
            byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
            PairsReport report = importing.run(
                    "admin", true, college, RELATIONS.get(college), new ByteArrayResource(bytes), bytes.length, false);
            if (!report.stored()) {
                throw new IllegalStateException("The demonstration's pairs cannot be imported: " + report);
            }
        });
        // A colleague who is being asked, one whose member is, one for whom a member is to be chosen.
        goes("sunyan", "chenyu");
        goes("mayan", "limei");
        goes("majie", null);
        // Pairs of two who both wanted it.
        goes("shixinyi", "huyan", "agree");
        goes("luoyuxin", "tianjianguo", "accept");
        goes("zhengguohua", "jx2");
        // Declined, taken back, ended.
        goes("zhengting", "zhoutao", "decline");
        goes("chenxin", "yebo");
        changes.change("chenxin", change("take-back", null, null));
        goes("duning", "wubin", "agree");
        changes.change("wubin", change("end", "fulfilled", "谢谢您一年来的帮助。"));
        objects("pantianyu");
    }

    private static Change change(String what, String reason, String thanks) {
        return new Change(null, what, null, null, reason, thanks, null);
    }

    /** What people answered is stored before the way begins, which then waits for the next answer. */
    private void goes(String person, String partner, String... said) {
        transaction.executeWithoutResult(running -> {
            Turn turn = asking.ask(person, new Wish(partner));
            for (String answer : said) {
                turn = answer.equals("accept")
                        ? answers.accept(turn.number(), partner, new Acceptance(answer))
                        : answers.consent(turn.number(), partner, new Consent(answer));
            }
            if (!turn.next().equals("over")) {
                process.setOut(turn);
            }
        });
    }

    /** To the existing pair that the college has taken over. */
    private void objects(String colleague) {
        transaction.executeWithoutResult(running -> {
            String number = pairings.of(colleague).get(0).number();
            answers.told(number, colleague, new Told("object"));
            process.over(number);
        });
    }
}
