package org.shangda.contact;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code shangda.contact}: how duties are opened, and who arranges and follows up. Days are in the table {@code practice-days}.
 *
 * @param batch carriers whose sheets are opened in one transaction
 * @param arrangedBy codes of the units whose handlers arrange event talks for anybody; those of a college may for its own
 * @param organizationDepartment code of the Organization Department, which follows up leaders of the university
 */
@ConfigurationProperties("shangda.contact")
record ContactProperties(
        @DefaultValue("50") int batch,
        @DefaultValue({"rsc", "zzb"}) Set<String> arrangedBy,
        @DefaultValue("zzb") String organizationDepartment) {}
