package org.shangda.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the system what is missing, instead of a stack trace. */
class NoAdministratorAnalyzer extends AbstractFailureAnalyzer<NoAdministrator> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoAdministrator cause) {
        return new FailureAnalysis("系统没有管理员,未启动。 " + cause.getMessage(), """
                请设置管理员密码后重新启动:至少 10 个字符,含小写字母和数字,不得包含 admin。
                Set the password of the account "admin" and start again: at least 10 characters, with lower-case letters
                and digits, without "admin". For example: SHANGDA_ADMIN_PASSWORD=... java -jar ...
                To look at the demonstration instead: --spring.profiles.active=demo""", cause);
    }
}
