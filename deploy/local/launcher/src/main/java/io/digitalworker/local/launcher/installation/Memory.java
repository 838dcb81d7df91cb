package io.digitalworker.local.launcher.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says of a process's memory, in kilobytes; -1 where it does not tell (not Linux). */
public final class Memory {
    private Memory() {}

    /** Resident now. */
    public static long resident(long pid) {
        return read(pid, "VmRSS:");
    }

    /** The greatest resident size so far. */
    public static long peak(long pid) {
        return read(pid, "VmHWM:");
    }

    private static long read(long pid, String field) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith(field)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException e) {
            return -1;
        }
        return -1;
    }
}
