package roster;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a program that a test starts finds its classes with. */
public final class ClassPath {

    private ClassPath() {}

    /** The program and its libraries, without what the tests put in front of it. */
    public static String ofRoster() {
        return without(Path.of("test-classes"));
    }

    /** That of this process, without a folder that ends so. */
    public static String without(Path folder) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith(folder))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
