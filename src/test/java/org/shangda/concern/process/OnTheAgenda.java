package org.shangda.concern.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shangda.Cases.ORGANIZATION_CLERK;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shangda.Cases;
import org.shangda.TestTime;
import org.shangda.concern.AgendaDesk;
import org.shangda.concern.AgendaPages;
import org.shangda.concern.AgendaPages.Item;
import org.shangda.concern.AgendaPages.Office;
import org.shangda.concern.AgendaPages.Own;
import org.shangda.concern.AgendaPages.Waiting;
import org.shangda.concern.AgendaSheets;
import org.shangda.concern.ConcernPages;
import org.shangda.concern.Dockets;
import org.shangda.concern.Merging.Selection;
import org.shangda.engine.RefusedRequest;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of the university's agenda share. It is Monday, 2 March 2026; the next meeting is on the 20th. */
abstract class OnTheAgenda {

    static final LocalDate MEETING = LocalDate.of(2026, 3, 20);
    static final String TOLD = "今年增加周转房二十套。";

    @Autowired
    Cases cases;

    @Autowired
    MergedCases merged;

    @Autowired
    AgendaDesk agenda;

    @Autowired
    Dockets dockets;

    @Autowired
    AgendaPages pages;

    @Autowired
    AgendaSheets sheets;

    @Autowired
    ConcernPages concerns;

    @BeforeEach
    void monday() {
        TestTime.set(TestTime.MONDAY);
    }

    @AfterEach
    void over() {
        cases.endAll();
        TestTime.set(TestTime.MONDAY);
    }

    String onTheAgenda() {
        return onTheAgenda("problem");
    }

    String onTheAgenda(String type) {
        String number = cases.at("organization-department", type);
        cases.exit(ORGANIZATION_CLERK, number, "agenda", Map.of("words", "建议由后勤管理处增加周转房。"));
        return number;
    }

    long collect(String... numbers) {
        return cases.as(ORGANIZATION_CLERK, () -> agenda.collect(ORGANIZATION_CLERK, new Selection(List.of(numbers))));
    }

    void undo(long item) {
        run(ORGANIZATION_CLERK, () -> agenda.undo(ORGANIZATION_CLERK, item));
    }

    void run(String person, Runnable act) {
        cases.as(person, () -> {
            act.run();
            return null;
        });
    }

    /** @param unit null where none is named */
    void decide(long item, String ruling, String unit, Map<String, String> more) {
        Map<String, Object> decision = new HashMap<>(more);
        decision.putAll(Map.of("ruling", ruling, "on", "2026-03-02", "words", TOLD));
        if (unit != null) {
            decision.put("unit", unit);
        }
        cases.act(ORGANIZATION_CLERK, cases.leadingOf(item), "UserTask_RecordDecision", decision);
    }

    Office office() {
        return cases.as(ORGANIZATION_CLERK, () -> pages.office(ORGANIZATION_CLERK));
    }

    Item item(long id) {
        return office().items().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }

    List<String> toCollect() {
        return office().waiting().stream().map(Waiting::number).toList();
    }

    /** By the domain, or by the form that has asked it. */
    static void assertRefused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .extracting(thrown -> thrown instanceof RefusedRequest request ? request.refusal() : thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    Own own(String person, long item) {
        return cases.as(person, () -> pages.own(person)).stream()
                .filter(one -> one.id() == item)
                .findFirst()
                .orElseThrow();
    }

    /** Of the meeting on 20 March, as text. */
    String sheet() throws IOException {
        byte[] word = cases.as(ORGANIZATION_CLERK, () -> sheets.word(ORGANIZATION_CLERK, MEETING));
        assertThat(cases.as(ORGANIZATION_CLERK, () -> sheets.excel(ORGANIZATION_CLERK, MEETING)))
                .isNotEmpty();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
