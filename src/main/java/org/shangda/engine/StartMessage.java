package org.shangda.engine;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console, in both languages, where everything is and who can log in. */
@Component
class StartMessage {

    private static final Logger log = LoggerFactory.getLogger(StartMessage.class);

    private final Environment environment;
    private final MessageSource messages;
    private final Demonstration demonstration;

    StartMessage(Environment environment, MessageSource messages, ObjectProvider<Demonstration> demonstration) {
        this.environment = environment;
        this.messages = messages;
        this.demonstration = demonstration.getIfAvailable();
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        log.info("{}", text());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("\n\n").append(both("engine.start.running")).append('\n');
        place(text, "engine.start.desk", "/");
        place(text, "engine.start.tasklist", "/camunda/app/tasklist/");
        place(text, "engine.start.cockpit", "/camunda/app/cockpit/");
        place(text, "engine.start.admin", "/camunda/app/admin/");
        place(text, "engine.start.api", "/swagger-ui/index.html");
        if (demonstration != null) {
            text.append('\n')
                    .append(both("engine.start.accounts", demonstration.password()))
                    .append('\n');
            demonstration.accounts().stream()
                    .filter(account -> !account.login().isBlank())
                    .forEach(account -> line(text, account.login(), account.role()));
        }
        return text.toString();
    }

    private void place(StringBuilder text, String code, String path) {
        line(text, address() + path, both(code));
    }

    private static void line(StringBuilder text, String key, String meaning) {
        text.append("  %-52s %s%n".formatted(key, meaning));
    }

    private String address() {
        boolean encrypted = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return (encrypted ? "https" : "http") + "://localhost:" + port
                + environment.getProperty("server.servlet.context-path", "");
    }

    private String both(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.SIMPLIFIED_CHINESE) + " / "
                + messages.getMessage(code, arguments, Locale.ENGLISH);
    }
}
