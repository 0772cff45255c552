package org.shangda.attachment;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The two stores: new files go where the setting says, and those that are there are found where they were put. */
@Component
class FileStores {

    private final FileStore.Kind forNew;
    private final DatabaseStore database;
    private final FolderStore folder;

    @Autowired
    FileStores(FileProperties properties, DatabaseStore database, FolderStore folder) {
        this(properties.in(), database, folder);
    }

    FileStores(FileStore.Kind forNew, DatabaseStore database, FolderStore folder) {
        this.forNew = forNew;
        this.database = database;
        this.folder = folder;
    }

    FileStore forNew() {
        return of(forNew);
    }

    FileStore of(FileStore.Kind kind) {
        return kind == FileStore.Kind.DATABASE ? database : folder;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FileProperties.class)
    static class Settings {

        @Bean
        VirusScanner virusScanner(FileProperties properties) {
            return properties.scanner();
        }
    }
}
