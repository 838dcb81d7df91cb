package io.digitalworker.local.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This program in a JVM of its own, as {@code deploy/local/factory} starts it for the command that is timed. */
final class TimedProcess {
    /** Set by the script: the options of the JVM, one a line. */
    private static final String JVM = "digitalworker.bench.jvm";

    private TimedProcess() {}

    /** @param option of the JVM, before which others step back; empty for none */
    static List<String> command(String option, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty(JVM, "-Xmx512m").split("\n")));
        if (!option.isEmpty()) {
            command.add(option);
        }
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
