package org.shangda.university;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * {@code shangda.roster}: what is imported at start-up.
 *
 * @param units location of the units' table, CSV or XLSX; may be absent
 * @param people location of the people's table, CSV or XLSX; may be absent
 * @param reload imports at every start, not only into an empty roster
 * @param confirmed the numbers that such an import asks to confirm, where it takes away more than everyday
 * @param titles further titles of posts, each to {@code head}, {@code deputy}, {@code clerk} or {@code member}; in YAML
 *     a Chinese key stands in brackets: {@code "[团委书记]": member}
 */
@ConfigurationProperties("shangda.roster")
record RosterProperties(
        Resource units,
        Resource people,
        @DefaultValue("false") boolean reload,
        String confirmed,
        @DefaultValue Map<String, String> titles) {}
