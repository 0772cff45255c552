package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.as;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.probe.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What a proxy that ends TLS says about its client holds for everything that the product sends back. */
@ShangdaTest
class ProxyTest {

    private static final String[] TLS = {
        "X-Forwarded-Proto", "https", "X-Forwarded-Host", "shangda.example", "X-Forwarded-Port", "443"
    };

    @LocalServerPort
    int port;

    @Autowired
    Environment settings;

    Http http;

    @BeforeEach
    void client() {
        http = new Http(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/api/concerns",
                "/swagger-ui/index.html",
                "/engine-rest/task?maxResults=9"
            })
    void every_cookie_is_secure_behind_tls_and_the_browser_stays_there(String address) {
        HttpResponse<String> answer = http.get(address, with(TLS, as("chenyu", "demo")));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("; Secure"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000")
                .doesNotContain("includeSubDomains");

        HttpResponse<String> plain = new Http(port).get(address, as("chenyu", "demo"));
        assertThat(plain.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContainIgnoringCase("; Secure"));
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void both_cookies_of_tasklist_are_there_to_be_secured() {
        assertThat(http.get("/camunda/app/tasklist/default/", TLS).headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN"))
                .allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void own_is_the_site_that_the_proxy_names() {
        String wish = "{\"title\":\"a\",\"count\":1}";
        String[] login = as("chenyu", "demo");
        assertThat(http.post("/api/probe/wish", wish, with(TLS, login, "Origin", "https://shangda.example"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(http.post("/api/probe/wish", wish, with(TLS, login, "Origin", "http://shangda.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.post("/api/probe/wish", wish, with(TLS, login, "Origin", "http://localhost:" + port))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_redirect_stays_at_the_address_that_the_proxy_names() {
        assertThat(http.get("/", TLS).headers().firstValue("Location").orElse(""))
                .matches("(https://shangda\\.example)?/reports/desk.html");
    }

    @Test
    void nobody_but_a_proxy_on_this_machine_is_believed_unless_it_is_named() {
        String trusted = settings.getProperty("server.tomcat.remoteip.internal-proxies");
        assertThat(List.of("127.0.0.1", "0:0:0:0:0:0:0:1")).allMatch(address -> address.matches(trusted));
        assertThat(List.of("10.1.2.3", "192.168.1.1", "172.16.0.1", "100.64.0.1"))
                .noneMatch(address -> address.matches(trusted));
    }

    private static String[] with(String[] first, String[] second, String... third) {
        return Stream.of(first, second, third).flatMap(Stream::of).toArray(String[]::new);
    }
}
