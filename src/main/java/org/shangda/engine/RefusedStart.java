package org.shangda.engine;

/** The system does not start, because it would not be safe. */
class RefusedStart extends RuntimeException {

    private final String action;

    /**
     * @param description what is wrong
     * @param action what to do, in both languages
     */
    private RefusedStart(String description, String action) {
        super(description);
        this.action = action;
    }

    static RefusedStart withoutAdministrator(String because) {
        return new RefusedStart("系统没有管理员,未启动。 " + because, """
                请设置管理员密码后重新启动:至少 10 个字符,含小写字母和数字,不得包含 admin。
                Set the password of the account "admin" and start again: at least 10 characters, with lower-case letters
                and digits, without "admin". For example: SHANGDA_ADMIN_PASSWORD=... java -jar ...
                To look at the demonstration instead: --spring.profiles.active=demo""");
    }

    static RefusedStart overDemonstration() {
        return new RefusedStart("数据库中是演示数据,未启动。 The database holds the demonstration, whose passwords are known.", """
                请换用空数据库(spring.datasource.url)后重新启动。
                Start again with an empty database (spring.datasource.url).
                To go on with the demonstration: --spring.profiles.active=demo""");
    }

    String action() {
        return action;
    }
}
