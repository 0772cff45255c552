package org.shangda.university.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shangda.university.RosterImport;
import org.shangda.university.RosterReport;
import org.shangda.university.RosterReport.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@WebMvcTest(
        value = RosterController.class,
        excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = RestControllerAdvice.class))
@WithMockUser
class RosterControllerTest {

    private static final MockMultipartFile UNITS = new MockMultipartFile("units", "u.csv", "text/csv", new byte[] {1});

    @Autowired
    private MockMvc http;

    @MockitoBean
    private RosterImport roster;

    @Test
    void aRehearsalAnswersWithItsReportEvenWithProblems() throws Exception {
        found(false, Outcome.PROBLEM);
        http.perform(multipart("/api/roster")
                        .file(UNITS)
                        .param("dryRun", "true")
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stored").value(false))
                .andExpect(jsonPath("$.rows[0].row").value(3))
                .andExpect(jsonPath("$.rows[0].outcome").value("problem"))
                .andExpect(jsonPath("$.rows[0].message").value("没有代码为“x”的单位。请改正代码,或先在单位表中加上这个单位。"));
    }

    @Test
    void aRefusedImportIsAProblemThatCarriesTheReport() throws Exception {
        found(false, Outcome.PROBLEM);
        http.perform(multipart("/api/roster").file(UNITS).with(csrf()).header("Accept-Language", "en"))
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
    void anImportAnswersWithItsReport() throws Exception {
        found(true, Outcome.NEW);
        http.perform(multipart("/api/roster").file(UNITS).with(csrf()))
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
