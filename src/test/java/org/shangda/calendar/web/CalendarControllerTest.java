package org.shangda.calendar.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shangda.calendar.AcademicTerms;
import org.shangda.calendar.CalendarUpkeep;
import org.shangda.calendar.CalendarYear;
import org.shangda.calendar.NoticeDay;
import org.shangda.calendar.OfficeHours;
import org.shangda.calendar.Term;
import org.shangda.calendar.Vacation;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CalendarControllerTest {

    private static final CalendarYear YEAR = new CalendarYear(
            2026,
            true,
            2026,
            new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 0), ZoneId.of("Asia/Shanghai")),
            List.of(new NoticeDay(LocalDate.of(2026, 1, 1), "off", "元旦")),
            List.of(new Vacation("yuquan", "寒假", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 27))));

    private final CalendarUpkeep upkeep = mock(CalendarUpkeep.class);
    private final AcademicTerms terms = mock(AcademicTerms.class);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new CalendarController(upkeep, terms))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(json()))
            .build();

    @Test
    void year_is_shown_with_its_days_vacations_and_office_hours() throws Exception {
        when(upkeep.year(2026)).thenReturn(YEAR);
        mvc.perform(get("/api/calendar").param("year", "2026"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.noticed").value(true))
                .andExpect(jsonPath("$.officeHours.closes").value("17:00:00"))
                .andExpect(jsonPath("$.days[0].date").value("2026-01-01"))
                .andExpect(jsonPath("$.vacations[0].campus").value("yuquan"));
    }

    @Test
    void notice_is_loaded_from_an_uploaded_file() throws Exception {
        when(upkeep.loadNotice(any())).thenReturn(YEAR);
        mvc.perform(multipart("/api/calendar/notices").file(new MockMultipartFile("file", new byte[] {1})))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.year").value(2026));
    }

    @Test
    void vacations_are_loaded_from_an_uploaded_file() throws Exception {
        when(upkeep.loadVacations(any())).thenReturn(YEAR.vacations());
        mvc.perform(multipart("/api/calendar/vacations").file(new MockMultipartFile("file", new byte[] {1})))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].name").value("寒假"));
    }

    @Test
    void terms_are_loaded_from_an_uploaded_file_and_shown() throws Exception {
        List<Term> known =
                List.of(new Term("2026-2027-1", "第一学期", LocalDate.of(2026, 8, 31), LocalDate.of(2027, 1, 24)));
        when(upkeep.loadTerms(any())).thenReturn(known);
        when(terms.all()).thenReturn(known);
        mvc.perform(multipart("/api/calendar/terms").file(new MockMultipartFile("file", new byte[] {1})))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].code").value("2026-2027-1"));
        mvc.perform(get("/api/calendar/terms"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].to").value("2027-01-24"));
    }

    @Test
    void upload_without_a_file_and_year_without_a_number_are_bad_requests() throws Exception {
        mvc.perform(multipart("/api/calendar/notices")).andExpect(status().isBadRequest());
        mvc.perform(post("/api/calendar/notices").contentType("text/csv").content("x"))
                .andExpect(status().isUnsupportedMediaType());
        mvc.perform(get("/api/calendar").param("year", "soon")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/calendar")).andExpect(status().isBadRequest());
    }

    private static ObjectMapper json() {
        return Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }
}
