package org.shangda.web;

import java.util.List;
import org.shangda.engine.Callers;
import org.shangda.engine.RefusedRequest;
import org.shangda.refusal.Refusal;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The engine's users are the users; their groups, the authorities. */
@Component
class EngineLogin implements AuthenticationProvider {

    private final Callers callers;

    EngineLogin(Callers callers) {
        this.callers = callers;
    }

    /** That one has to wait after wrong passwords, and how long. */
    static class MustWait extends BadCredentialsException {

        private final transient Refusal refusal;

        private MustWait(Refusal refusal) {
            super("login refused");
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /** One failure for an unknown user and a wrong password. */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        try {
            if (!callers.knows(attempt.getName(), password)) {
                throw new BadCredentialsException("login refused");
            }
        } catch (RefusedRequest mustWait) {
            throw new MustWait(mustWait.refusal());
        }
        return loggedIn(attempt.getName());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    Authentication loggedIn(String user) {
        List<GrantedAuthority> groups = callers.groupsOf(user).stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, groups);
    }
}
