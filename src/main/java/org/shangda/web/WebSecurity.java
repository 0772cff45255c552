package org.shangda.web;

import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.shangda.engine.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Who may call what. Paths are matched as the client sent them: Spring's usual matching looks at the path inside a
 * servlet, does not find the engine's pages and API, and would leave them to the last rule.
 */
@Configuration
class WebSecurity {

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher LOGIN =
            PATH.matcher(POST, "/camunda/api/admin/auth/user/{engine}/login/{page}");
    private static final String REALM = "Basic realm=\"shangda\", charset=\"UTF-8\"";

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String OWN_PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Not for hosts below this one, which are others'. */
    private static final Customizer<HeadersConfigurer<HttpSecurity>.HstsConfig> HTTPS_HERE =
            hsts -> hsts.includeSubDomains(false);

    /** The engine's API says no-cache, which lets a browser on a shared computer keep the story all the same. */
    private static final HeaderWriter STORE_NOTHING =
            (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");

    private final Callers callers;
    private final EngineLogin login;
    private final Problems problems;
    private final RequestLimits limits;
    private final RequestSize size;

    WebSecurity(Callers callers, EngineLogin login, Problems problems, RequestLimits limits, RequestSize size) {
        this.callers = callers;
        this.login = login;
        this.problems = problems;
        this.limits = limits;
        this.size = size;
    }

    /** The engine's API: for Modeler and other programs, a login with every request and no session. */
    @Bean
    @Order(1)
    SecurityFilterChain engineApi(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher(PATH.matcher("/engine-rest/**")))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.httpStrictTransportSecurity(HTTPS_HERE)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                        .addHeaderWriter(STORE_NOTHING)
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .httpBasic(basic -> basic.authenticationEntryPoint(askForLogin(true)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(forbidden()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                // The engine refuses it too, but its API calls that a failure.
                                PATH.matcher(POST, "/engine-rest/job/{id}/execute"),
                                PATH.matcher(POST, "/engine-rest/engine/{engine}/job/{id}/execute"),
                                // Nobody needs to ask whether somebody's password is right.
                                PATH.matcher(POST, "/engine-rest/identity/verify"),
                                PATH.matcher(POST, "/engine-rest/engine/{engine}/identity/verify"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new EngineCaller(callers), AuthorizationFilter.class)
                .addFilterAfter(ArrivingBodies.opener(size::of), AuthorizationFilter.class)
                .build();
    }

    /**
     * Tasklist, Cockpit and Admin log in by themselves and bring their own protection against forged requests and their
     * own content policy. Denied is their way to a first administrator (CVE-2026-77226).
     */
    @Bean
    @Order(2)
    SecurityFilterChain enginePages(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH.matcher("/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(headers -> headers.defaultsDisabled()
                        .httpStrictTransportSecurity(HTTPS_HERE)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                PATH.matcher("/camunda/api/**"), STORE_NOTHING))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(notFound()).accessDeniedHandler(notThere()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/camunda/api/admin/setup/**"),
                                PATH.matcher("/camunda/app/admin/{engine}/setup/**"),
                                // There is one engine; the pages stumble over any other.
                                PATH.matcher("/camunda/app/{page}/{engine:(?!default$)\\w+}"),
                                PATH.matcher("/camunda/app/{page}/{engine:(?!default$)\\w+}/"),
                                PATH.matcher(POST, "/camunda/api/engine/engine/{engine}/job/{id}/execute"),
                                PATH.matcher(POST, "/camunda/api/engine/engine/{engine}/identity/verify"))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .addFilterAfter(new PagesToken(problems), AuthorizationFilter.class)
                .addFilterAfter(ArrivingBodies.opener(this::fromPages), AuthorizationFilter.class)
                .build();
    }

    /** The product's API: a login with every request, or Tasklist's session and a token against forged requests. */
    @Bean
    @Order(3)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return ownPart(http.securityMatcher(PATH.matcher("/api/**")), NOTHING)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(PATH.matcher("/api/cases/{number}/suspension"))
                                .hasAnyAuthority(Callers.ADMINISTRATORS, Callers.OPERATORS)
                                .requestMatchers(
                                        PATH.matcher("/api/roster/**"),
                                        PATH.matcher("/api/rules/**"),
                                        PATH.matcher("/api/given-days/**"),
                                        PATH.matcher("/api/cases/**"),
                                        PATH.matcher(POST, "/api/calendar/**"))
                                .hasAuthority(Callers.ADMINISTRATORS)
                                .anyRequest()
                                .authenticated())
                .build();
    }

    /** Whether the system is well may be asked by anybody, how it is by administrators; figures also by programs. */
    @Bean
    @Order(4)
    SecurityFilterChain operation(HttpSecurity http) throws Exception {
        return ownPart(http.securityMatcher(PATH.matcher("/actuator/**")), NOTHING)
                .authorizeHttpRequests(requests -> requests.requestMatchers(PATH.matcher("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(PATH.matcher("/actuator/prometheus"))
                        .hasAnyAuthority(Callers.ADMINISTRATORS, Callers.WATCHERS)
                        .anyRequest()
                        .hasAuthority(Callers.ADMINISTRATORS))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain apiDescription(HttpSecurity http) throws Exception {
        return ownPart(
                        http.securityMatchers(matchers -> matchers.requestMatchers(
                                PATH.matcher("/v3/api-docs/**"),
                                PATH.matcher("/v3/api-docs.yaml"),
                                PATH.matcher("/swagger-ui/**"),
                                PATH.matcher("/swagger-ui.html"))),
                        OWN_PAGES)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** Nothing else is there. */
    @Bean
    @Order(6)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return withoutSession(http)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.httpStrictTransportSecurity(HTTPS_HERE)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(OWN_PAGES))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(notFound()).accessDeniedHandler(notThere()))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        PATH.matcher("/"),
                                        PATH.matcher("/favicon.ico"),
                                        PATH.matcher("/camunda"),
                                        PATH.matcher("/camunda-welcome/**"),
                                        // Empty pages; what they show comes from the API, which asks who is there.
                                        PATH.matcher("/reports/**"))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .build();
    }

    private HttpSecurity ownPart(HttpSecurity http, String contentPolicy) throws Exception {
        CookieCsrfTokenRepository token = CookieCsrfTokenRepository.withHttpOnlyFalse();
        // Tasklist has its own cookie under the usual name.
        token.setCookieName("API-XSRF-TOKEN");
        token.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        CsrfTokenRequestAttributeHandler tokenWithFirstAnswer = new CsrfTokenRequestAttributeHandler() {
            /** Not from a form: that would read the body before anybody is asked to log in. */
            @Override
            public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
                return request.getHeader(token.getHeaderName());
            }
        };
        tokenWithFirstAnswer.setCsrfRequestAttributeName(null);
        return withoutSession(http)
                .csrf(csrf -> csrf.csrfTokenRepository(token)
                        .csrfTokenRequestHandler(tokenWithFirstAnswer)
                        // Other sites cannot set this header; what a browser sets for them, OwnSite has refused.
                        .ignoringRequestMatchers(OwnSite::bringsLogin))
                .headers(headers -> headers.httpStrictTransportSecurity(HTTPS_HERE)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        .frameOptions(frame -> frame.deny())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .httpBasic(basic -> basic.authenticationEntryPoint(askForLogin(false)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(askForLogin(false)).accessDeniedHandler(forbidden()))
                .addFilterAfter(new TasklistSession(callers, login, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineCaller(callers), AuthorizationFilter.class)
                .addFilterAfter(ArrivingBodies.opener(size::of), AuthorizationFilter.class);
    }

    /** Who logs in at the engine's pages sends a name and a password, and strangers nothing. */
    private DataSize fromPages(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean known = session != null
                && callers.loggedIn(session.getAttribute(Callers.SESSION_ATTRIBUTE))
                        .isPresent();
        return known ? size.of(request) : LOGIN.matches(request) ? limits.login() : DataSize.ofBytes(0);
    }

    private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
        return http.requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // Tasklist renews its session when somebody logs in. Renewed with every request here as well, it would
                // be lost to whatever else the browser asks for at the same time.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()));
    }

    /** @param always whether to ask browsers' scripts too, in which case the browser opens a window of its own */
    private AuthenticationEntryPoint askForLogin(boolean always) {
        return (request, response, failure) -> {
            if (always || !isScript(request)) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM);
            }
            if (failure instanceof EngineLogin.MustWait wait) {
                problems.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        wait.refusal().code(),
                        wait.refusal().arguments());
            } else {
                problems.write(response, HttpStatus.UNAUTHORIZED, "web.login");
            }
        };
    }

    private AccessDeniedHandler forbidden() {
        return (request, response, denied) -> problems.write(
                response,
                HttpStatus.FORBIDDEN,
                denied instanceof CsrfException ? "web.from-elsewhere" : "web.forbidden");
    }

    private AuthenticationEntryPoint notFound() {
        return (request, response, failure) -> problems.write(response, HttpStatus.NOT_FOUND, "web.not-found");
    }

    private AccessDeniedHandler notThere() {
        return (request, response, denied) -> problems.write(response, HttpStatus.NOT_FOUND, "web.not-found");
    }

    private static boolean isScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || mode != null && !mode.equals("navigate");
    }
}
