package org.shangda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shangda.probe.Http.as;
import static org.shangda.probe.Http.basic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shangda.ShangdaTest;
import org.shangda.TestTime;
import org.shangda.probe.Http;
import org.shangda.probe.Users;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Wrong passwords make wait whoever sends them, wherever a password is looked at, and nobody else. */
@ShangdaTest
class WrongPasswordsOverHttpTest {

    private static final String ELSEWHERE = "127.0.0.99";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private static int people;
    private String person;

    @BeforeEach
    void somebody() {
        TestTime.set(TestTime.MONDAY);
        person = "W" + ++people;
        Users.create(engine, person);
        Users.grant(engine, person, Resources.APPLICATION, Permissions.ACCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/probe/caller", "/engine-rest/task?maxResults=1"})
    void after_a_wrong_password_even_the_right_one_waits_and_is_told_how_long(String address) {
        Http http = new Http(port);
        assertThat(http.get(address, as(person, "wrong")).statusCode()).isEqualTo(401);

        var waiting = http.get(address, as(person, Users.PASSWORD));
        assertThat(waiting.statusCode()).isEqualTo(401);
        assertThat(waiting.body()).contains("多次输错密码，请在 3 秒后再试。");

        TestTime.set("2026-03-02T10:00:03");
        assertThat(http.get(address, as(person, Users.PASSWORD)).statusCode()).isEqualTo(200);
    }

    @Test
    void tasklists_login_waits_for_the_same_tries_and_its_page_shows_how_long() {
        Http http = new Http(port);
        http.get("/api/probe/caller", as(person, "wrong"));
        var waiting = http.logInAt("tasklist", person, Users.PASSWORD);
        assertThat(waiting.statusCode()).isEqualTo(401);
        assertThat(waiting.body()).contains("\"message\":\"多次输错密码，请在 3 秒后再试。\"");
    }

    @Test
    void a_name_that_nobody_has_waits_alike() {
        Http http = new Http(port);
        http.logInAt("tasklist", "nobody-" + person, "wrong");
        http.logInAt("tasklist", person, "wrong");
        var nobody = http.logInAt("tasklist", "nobody-" + person, "wrong");
        var somebody = http.logInAt("tasklist", person, "wrong");
        assertThat(nobody.statusCode()).isEqualTo(somebody.statusCode()).isEqualTo(401);
        assertThat(nobody.body()).isEqualTo(somebody.body()).contains("秒后再试");
    }

    @Test
    void whoever_guesses_keeps_out_neither_another_address_nor_a_browser_that_has_logged_in_before() {
        Http known = new Http(port);
        assertThat(known.logInAt("tasklist", person, Users.PASSWORD).statusCode())
                .isEqualTo(200);
        Http stranger = new Http(port);
        for (int i = 0; i < 239; i++) {
            stranger.get("/api/probe/caller", as(person, "wrong" + i));
        }

        assertThat(stranger.get("/api/probe/caller", as(person, Users.PASSWORD)).statusCode())
                .isEqualTo(401);
        assertThat(from(ELSEWHERE, person, Users.PASSWORD)).isEqualTo(200);
        assertThat(known.logInAt("tasklist", person, Users.PASSWORD).statusCode())
                .isEqualTo(200);
        assertThat(known.cookie("SHANGDA-BROWSER")).isNotBlank();
    }

    @Test
    void a_browsers_secret_is_for_no_script_and_another_one_for_each_newcomer() {
        Http browser = new Http(port);
        var login = browser.logInAt("tasklist", person, Users.PASSWORD);
        assertThat(login.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("SHANGDA-BROWSER="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=");
        String planted = browser.cookie("SHANGDA-BROWSER");

        Users.create(engine, person + "b");
        Users.grant(engine, person + "b", Resources.APPLICATION, Permissions.ACCESS);
        browser.logInAt("tasklist", person + "b", Users.PASSWORD);
        assertThat(browser.cookie("SHANGDA-BROWSER")).isNotEqualTo(planted);

        Http thief = new Http(port);
        thief.get("/api/probe/caller", as(person + "b", "wrong"));
        assertThat(thief.get(
                                "/api/probe/caller",
                                "Authorization",
                                basic(person + "b", Users.PASSWORD),
                                "Cookie",
                                "SHANGDA-BROWSER=" + planted)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_browser_that_knew_the_former_password_is_a_stranger_once_an_administrator_has_set_another() {
        Http known = new Http(port);
        known.logInAt("tasklist", person, Users.PASSWORD);
        assertThat(new Http(port)
                        .send(
                                "PUT",
                                "/engine-rest/user/" + person + "/credentials",
                                "{\"password\":\"another2good\",\"authenticatedUserPassword\":\"demo\"}",
                                as("admin", "demo"))
                        .statusCode())
                .isEqualTo(204);

        new Http(port).get("/api/probe/caller", as(person, "wrong"));

        assertThat(known.logInAt("tasklist", person, "another2good").body()).contains("秒后再试");
    }

    @Test
    void whoever_is_logged_in_waits_too_before_trying_the_old_password_again() {
        Http session = new Http(port);
        session.logInAt("tasklist", person, Users.PASSWORD);
        String change = "{\"password\":\"another2good\",\"authenticatedUserPassword\":\"guessed\"}";
        String address = "/camunda/api/engine/engine/default/user/" + person + "/credentials";
        assertThat(session.send("PUT", address, change, "X-XSRF-TOKEN", session.cookie("XSRF-TOKEN"))
                        .statusCode())
                .isEqualTo(400);
        var waiting = session.send("PUT", address, change, "X-XSRF-TOKEN", session.cookie("XSRF-TOKEN"));
        assertThat(waiting.statusCode()).isEqualTo(409);
        assertThat(waiting.body()).contains("请在 3 秒后再试");
    }

    /** A login with a request from another address of this machine. */
    private int from(String address, String user, String password) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("GET /api/probe/caller HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                                    + basic(user, password) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
