package org.shangda.attachment;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept, and who looks for viruses in them.
 *
 * @param in where new files go; those that are there already stay where they are and are found
 * @param folder of the files that are kept in a folder; all nodes share it
 * @param clamd {@code host:port} of a clamd that is asked about every upload; empty for none
 * @param patience how long clamd may take for one file, from the connection to the answer
 */
@ConfigurationProperties("shangda.files")
record FileProperties(
        @DefaultValue("database") FileStore.Kind in,
        @DefaultValue("data/files") Path folder,
        @DefaultValue("") String clamd,
        @DefaultValue("20s") Duration patience) {

    private static final Pattern HOST_AND_PORT = Pattern.compile("([^:\\s]+|\\[[0-9a-fA-F:]+]):(\\d{1,5})");

    private static final int LAST_PORT = 65_535;

    FileProperties {
        Matcher said = HOST_AND_PORT.matcher(clamd);
        if (!clamd.isBlank() && (!said.matches() || Integer.parseInt(said.group(2)) > LAST_PORT)) {
            throw new IllegalArgumentException("shangda.files.clamd: host:port, as in 127.0.0.1:3310");
        }
    }

    VirusScanner scanner() {
        Matcher said = HOST_AND_PORT.matcher(clamd);
        return said.matches()
                ? new ClamdScanner(
                        InetSocketAddress.createUnresolved(
                                said.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(said.group(2))),
                        patience)
                : content -> {};
    }
}
