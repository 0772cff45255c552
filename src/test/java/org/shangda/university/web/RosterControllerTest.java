package org.shangda.university.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shangda.university.Losses;
import org.shangda.university.RosterImport;
import org.shangda.university.RosterReport;
import org.shangda.university.RosterReport.Outcome;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class RosterControllerTest {

    private static final MockMultipartFile UNITS = new MockMultipartFile("units", "u.csv", "text/csv", new byte[] {1});

    private final RosterImport roster = mock(RosterImport.class);
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new RosterController(roster, messages()))
            .defaultRequest(get("/").principal(new TestingAuthenticationToken("admin", "")))
            .build();

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/university", "messages/web");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void a_rehearsal_answers_with_its_report_even_with_problems() throws Exception {
        found(false, Outcome.PROBLEM);
        http.perform(multipart("/api/roster").file(UNITS).param("dryRun", "true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stored").value(false))
                .andExpect(jsonPath("$.rows[0].row").value(3))
                .andExpect(jsonPath("$.rows[0].outcome").value("problem"))
                .andExpect(
                        jsonPath("$.rows[0].message")
                                .value(
                                        "There is no unit with the code \"x\". Please correct it, or add the unit to the units first."));
    }

    @Test
    void a_refused_import_is_a_problem_that_carries_the_report() throws Exception {
        found(false, Outcome.PROBLEM);
        http.perform(multipart("/api/roster").file(UNITS).header("Accept-Language", "en"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("university.roster.refused"))
                .andExpect(jsonPath("$.report.counts.problem").value(1))
                .andExpect(
                        jsonPath("$.report.rows[0].message")
                                .value(
                                        "There is no unit with the code \"x\". Please correct it, or add the unit to the units first."));
    }

    @Test
    void an_import_that_would_wound_is_a_conflict_with_the_numbers_to_confirm() throws Exception {
        when(roster.run(any(), any()))
                .thenReturn(new RosterReport(
                        false,
                        List.of(new RosterReport.Row(
                                "consequences",
                                0,
                                "b",
                                Outcome.TO_CONFIRM,
                                "university.roster.to-confirm.everybody",
                                List.of("一支部", 3, 3, 0))),
                        new Losses(3, 20, List.of(new Losses.Loss("b", "一支部", 3, 3, 0)))));
        http.perform(multipart("/api/roster").file(UNITS))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("university.roster.unconfirmed"))
                .andExpect(jsonPath("$.report.leavers").value(3))
                .andExpect(jsonPath("$.report.confirmation").value("3: b=3"));
    }

    @Test
    void an_import_answers_with_its_report() throws Exception {
        found(true, Outcome.NEW);
        http.perform(multipart("/api/roster").file(UNITS))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stored").value(true))
                .andExpect(jsonPath("$.counts.new").value(1));
    }

    private void found(boolean stored, Outcome outcome) {
        when(roster.run(any(), any()))
                .thenReturn(new RosterReport(
                        stored,
                        List.of(new RosterReport.Row(
                                "units", 3, "x", outcome, "university.roster.unit.unknown", List.of("x")))));
    }
}
