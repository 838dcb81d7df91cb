package io.digitalworker.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Sends all files named in its arguments through the gate, in a process of its own, and prints a line
 * for each: name, code, milliseconds. The last line tells the most memory that the process ever held,
 * in kB, or 0 where the system does not tell.
 */
final class GateProcess {
    private static final Path STATUS = Path.of("/proc/self/status");

    private GateProcess() {}

    public static void main(String[] directory) throws IOException {
        try (var files = Files.list(Path.of(directory[0]))) {
            for (Path zip : files.sorted().toList()) {
                System.out.println(zip.getFileName() + " " + verdict(zip));
            }
        }
        System.out.println("peak " + peak() + " kB");
    }

    private static String verdict(Path zip) throws IOException {
        CpuTime time = CpuTime.start();
        GateResult result = ArchiveGate.standard().open(zip);
        Duration taken = time.taken();
        if (result instanceof CheckedArchive archive) {
            archive.close();
        }
        String code = result instanceof Refusal refusal ? refusal.code().name() : "ACCEPTED";
        return code + " " + taken.toMillis();
    }

    private static String peak() throws IOException {
        List<String> lines = Files.exists(STATUS) ? Files.readAllLines(STATUS) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .findAny()
                .orElse("0");
    }
}
