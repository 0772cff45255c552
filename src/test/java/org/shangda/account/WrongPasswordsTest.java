package org.shangda.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shangda.refusal.Refusal;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Who waits after wrong passwords, for how long, and whom it keeps out: nobody else. */
class WrongPasswordsTest {

    private static final String MINE = "10.0.0.7";
    private static final String THEIRS = "192.0.2.99";

    private Instant now = Instant.parse("2026-03-02T02:00:00Z");
    private String address = MINE;
    private String browser;

    private final KnownBrowsers browsers = mock(KnownBrowsers.class);
    private WrongPasswords wrongPasswords;

    @BeforeEach
    void atMyDesk() {
        LoginOrigin origin = new LoginOrigin() {
            @Override
            public Optional<String> address() {
                return Optional.ofNullable(address);
            }

            @Override
            public Optional<String> browser() {
                return Optional.ofNullable(browser);
            }

            @Override
            public void proved(String account, String stamp) {}

            @Override
            public void renewing(String account, String stamp) {}
        };
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        var beans = new StaticListableBeanFactory(Map.of("origin", origin));
        wrongPasswords = new WrongPasswords(browsers, beans.getBeanProvider(LoginOrigin.class), clock);
    }

    @Test
    void the_waiting_grows_from_three_seconds_to_a_minute_and_the_sentence_says_how_long() {
        for (int seconds : new int[] {3, 6, 12, 24, 48, 60, 60}) {
            wrong("tangli");
            assertWaits("tangli", seconds);
            now = now.plusSeconds(seconds).minusMillis(1);
            assertWaits("tangli", 1);
            now = now.plusMillis(1);
        }
        right("tangli");
        wrong("tangli");
        assertWaits("tangli", 3);
    }

    @Test
    void guessing_from_one_address_hinders_nobody_at_another_one() {
        address = THEIRS;
        for (int i = 0; i < 239; i++) {
            tryWrong("tangli");
            now = now.plusMillis(500);
        }
        assertThatThrownBy(() -> wrongPasswords.of("tangli")).isInstanceOf(Refusal.class);
        address = MINE;
        right("tangli");
    }

    @Test
    void guessing_at_the_same_address_does_not_hinder_a_browser_that_has_logged_in_before() {
        for (int i = 0; i < 239; i++) {
            tryWrong("tangli");
            now = now.plusMillis(500);
        }
        when(browsers.knows("secret", "tangli")).thenReturn(true);
        browser = "secret";
        right("tangli");
    }

    @Test
    void a_known_browser_waits_for_its_own_wrong_passwords() {
        when(browsers.knows("secret", "tangli")).thenReturn(true);
        browser = "secret";
        wrong("tangli");
        assertWaits("tangli", 3);
        browser = null;
        right("tangli");
    }

    @Test
    void a_browser_known_to_one_account_is_a_stranger_to_another() {
        when(browsers.knows("secret", "lubin")).thenReturn(true);
        wrong("tangli");
        browser = "secret";
        assertWaits("tangli", 3);
    }

    @Test
    void one_wrong_password_at_another_account_makes_nobody_wait_for_theirs() {
        wrong("tangli");
        right("lubin");
    }

    @Test
    void guessing_one_account_from_many_addresses_is_slowed_in_sum() {
        int allowed = 0;
        for (int second = 0; second < 600; second++) {
            address = "198.51." + second / 250 + "." + second % 250;
            allowed += tryWrong("tangli") ? 1 : 0;
            now = now.plusSeconds(1);
        }
        assertThat(allowed).isBetween(WrongPasswords.ADDRESSES, WrongPasswords.ADDRESSES + 15);
    }

    @Test
    void guessing_from_many_addresses_hinders_neither_known_browsers_nor_addresses_where_one_has_logged_in() {
        right("tangli");
        for (int i = 0; i < 100; i++) {
            address = "198.51.100." + i;
            tryWrong("tangli");
        }
        address = "203.0.113.5";
        assertThatThrownBy(() -> wrongPasswords.of("tangli")).isInstanceOf(Refusal.class);
        when(browsers.knows("secret", "tangli")).thenReturn(true);
        browser = "secret";
        right("tangli");
        browser = null;
        address = MINE;
        right("tangli");
    }

    @Test
    void all_addresses_of_one_ipv6_network_are_one_place() {
        address = "2001:db8:1:2::1";
        wrong("tangli");
        address = "2001:db8:1:2:aaaa::7";
        assertWaits("tangli", 3);
        address = "2001:db8:1:3::1";
        right("tangli");
    }

    @Test
    void after_the_pause_one_try_is_allowed_and_not_many_at_once() {
        wrong("tangli");
        now = now.plusSeconds(3);
        WrongPasswords.Try first = wrongPasswords.of("tangli");
        assertThatThrownBy(() -> wrongPasswords.of("tangli")).isInstanceOf(Refusal.class);
        first.right();
        right("tangli");
    }

    @Test
    void programs_that_log_in_with_every_request_may_do_so_at_once() {
        WrongPasswords.Try one = wrongPasswords.of("admin");
        WrongPasswords.Try other = wrongPasswords.of("admin");
        one.right();
        other.right();
    }

    @Test
    void what_is_an_hour_old_is_forgotten() {
        for (int i = 0; i < 20; i++) {
            tryWrong("tangli");
            now = now.plusSeconds(60);
        }
        now = now.plus(WrongPasswords.FORGOTTEN_AFTER).plusSeconds(1);
        wrong("tangli");
        assertWaits("tangli", 3);
    }

    @Test
    void names_that_nobody_has_take_no_more_memory_than_is_set_aside() {
        for (int i = 0; i < WrongPasswords.MOST + 1000; i++) {
            tryWrong("nobody-" + i);
        }
        assertThat(wrongPasswords.remembered()).isLessThanOrEqualTo(3 * WrongPasswords.MOST);
        tryWrong("tangli");
        assertWaits("tangli", 3);
    }

    @Test
    void without_a_network_nobody_waits() {
        address = null;
        wrong("tangli");
        wrong("tangli");
    }

    private void right(String account) {
        wrongPasswords.of(account).right();
    }

    private void wrong(String account) {
        wrongPasswords.of(account).wrong();
    }

    private boolean tryWrong(String account) {
        try {
            wrong(account);
            return true;
        } catch (Refusal wait) {
            return false;
        }
    }

    private void assertWaits(String account, long seconds) {
        assertThatThrownBy(() -> wrongPasswords.of(account)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("account.wait");
            assertThat(refusal.arguments()).containsExactly(seconds);
        });
    }
}
