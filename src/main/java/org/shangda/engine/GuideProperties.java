package org.shangda.engine;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code shangda.guide}: codes of the departments whose clerks have a page of their own in the users' guide; those of every other
 * department have one together.
 */
@ConfigurationProperties("shangda.guide")
record GuideProperties(
        @DefaultValue("zzb") Set<String> organizationDepartment,
        @DefaultValue("dxb") Set<String> assigningOffice,
        @DefaultValue("rsc") Set<String> personnelOffice) {}
