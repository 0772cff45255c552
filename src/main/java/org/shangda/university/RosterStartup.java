package org.shangda.university;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shangda.university.RosterFile.Part;
import org.shangda.university.RosterImport.Terms;
import org.shangda.university.RosterReport.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Imports the configured roster when there is none yet. A roster with a problem stops the start. */
@Component
@Order(0)
class RosterStartup implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RosterStartup.class);

    private final RosterImport roster;
    private final RosterTables tables;
    private final RosterProperties properties;
    private final MessageSource messages;

    RosterStartup(RosterImport roster, RosterTables tables, RosterProperties properties, MessageSource messages) {
        this.roster = roster;
        this.tables = tables;
        this.properties = properties;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<RosterFile> files = new ArrayList<>();
        add(files, Part.UNITS, properties.units());
        add(files, Part.PEOPLE, properties.people());
        if (files.isEmpty() || (!tables.read().isEmpty() && !properties.reload())) {
            return;
        }
        RosterReport report = roster.run(files, new Terms(false, properties.confirmed(), null));
        if (!report.stored()) {
            throw new IllegalStateException(report.rows().stream()
                    .filter(row -> row.outcome() == Outcome.PROBLEM || row.outcome() == Outcome.TO_CONFIRM)
                    .limit(20)
                    .map(row -> row.table() + ":" + row.number() + " "
                            + messages.getMessage(row.code(), row.arguments().toArray(), Locale.CHINA))
                    .collect(joining("\n", "The configured roster cannot be imported:\n", "")));
        }
        LOG.info("Roster imported: {} rows of the report", report.rows().size());
    }

    private static void add(List<RosterFile> files, Part part, Resource resource) throws IOException {
        if (resource != null) {
            files.add(new RosterFile(part, String.valueOf(resource.getFilename()), resource.contentLength(), resource));
        }
    }
}
