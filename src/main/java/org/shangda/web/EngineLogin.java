package org.shangda.web;

import java.util.List;
import org.shangda.engine.Callers;
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

    /** One failure for an unknown user, a wrong password and a user who has to wait. */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (!callers.knows(attempt.getName(), password)) {
            throw new BadCredentialsException("login refused");
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
