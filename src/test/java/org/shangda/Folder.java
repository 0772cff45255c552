package org.shangda;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Stream;

/** Files of the repository, for tests of how they are written. */
final class Folder {

    private Folder() {}

    static Stream<File> files(String folder, String ending) {
        return Arrays.stream(new File(folder).listFiles())
                .filter(file -> file.getName().endsWith(ending));
    }

    static String stem(File file) {
        return file.getName().substring(0, file.getName().lastIndexOf('.'));
    }
}
