package io.digitalworker.local.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program in a JVM of its own, as {@code deploy/local/factory} starts it for {@code facts}. */
final class FactsProcess {
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");

    private FactsProcess() {}

    static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-cp");
        command.add(absolute(System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            boolean wild = entry.endsWith("*");
            Path path = Path.of(wild ? entry.substring(0, entry.length() - 1) : entry);
            entries.add(path.toAbsolutePath() + (wild ? "/*" : ""));
        }
        return String.join(File.pathSeparator, entries);
    }
}
