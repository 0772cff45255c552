package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

/** What users are told of how large something may be, whatever is set. */
class RequestSizeTest {

    @ParameterizedTest
    @CsvSource({
        "6MB, /api/concerns, application/json, 6",
        "6MB, /api/roster, multipart/form-data, 5",
        "6MB, /api/files, multipart/form-data, 10",
        "512KB, /api/concerns, application/json, 0.5",
        "512KB, /api/roster, multipart/form-data, 0.5"
    })
    void the_limit_that_is_told_is_the_one_that_holds(String most, String address, String type, double told) {
        DataSize largest = DataSize.parse(most);
        Duration any = Duration.ofSeconds(10);
        RequestLimits limits = new RequestLimits(any, largest, 1, 1, largest, largest, largest);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", address);
        request.setContentType(type);

        assertThat(new RequestSize(limits, DataSize.ofMegabytes(11), null).megabytes(request))
                .isEqualTo(told);
    }
}
