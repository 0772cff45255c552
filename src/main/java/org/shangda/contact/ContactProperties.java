package org.shangda.contact;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code shangda.contact}: what no policy says about duties. All days are working days; practice, not policy.
 *
 * @param graceDays after the end of a period, so many days to write down what took place in it; school vacations do not
 *     stop them, because the figures of the period wait
 * @param remindDays so many days before the end of a period, or before an event talk is due, a reminder
 * @param followUpDays for the branch secretary to follow up what was missed, before the college is shown it
 * @param batch carriers whose sheets are opened in one transaction
 * @param arrangedBy codes of the units whose handlers arrange event talks for anybody; those of a college may for its own
 * @param organizationDepartment code of the Organization Department, which follows up leaders of the university
 */
@ConfigurationProperties("shangda.contact")
record ContactProperties(
        @DefaultValue("3") int graceDays,
        @DefaultValue("5") int remindDays,
        @DefaultValue("5") int followUpDays,
        @DefaultValue("50") int batch,
        @DefaultValue({"rsc", "zzb"}) Set<String> arrangedBy,
        @DefaultValue("zzb") String organizationDepartment) {}
