package org.shangda.attachment;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept, and who looks for viruses in them.
 *
 * @param in where new files go; those that are there already stay where they are and are found
 * @param folder of the files that are kept in a folder; all nodes share it
 * @param clamd {@code host:port} of a clamd that is asked about every upload; empty for none
 * @param patience how long clamd may be silent
 */
@ConfigurationProperties("shangda.files")
record FileProperties(
        @DefaultValue("database") FileStore.Kind in,
        @DefaultValue("data/files") Path folder,
        @DefaultValue("") String clamd,
        @DefaultValue("20s") Duration patience) {

    FileProperties {
        if (!clamd.isBlank() && !clamd.matches("[^:\\s]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}")) {
            throw new IllegalArgumentException("shangda.files.clamd: host:port, as in 127.0.0.1:3310");
        }
    }

    VirusScanner scanner() {
        if (clamd.isBlank()) {
            return content -> {};
        }
        int colon = clamd.lastIndexOf(':');
        return new ClamdScanner(
                clamd.substring(0, colon).replaceAll("[\\[\\]]", ""),
                Integer.parseInt(clamd.substring(colon + 1)),
                patience);
    }
}
