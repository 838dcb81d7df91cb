package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Every call, as JSON lines on disk: one when it arrives, one when it is over. Thread-safe. */
public final class History implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final OutputStream out;

    History(Path file) throws IOException {
        this.file = file;
        this.out =
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void add(CallRecord call) {
        try {
            out.write((JSON.writeValueAsString(call) + "\n").getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("history", e);
        }
    }

    /** All lines so far, in their order. */
    public synchronized List<CallRecord> lines() {
        return read(file);
    }

    /** The calls that are over, in the order of their ends. */
    public List<CallRecord> over() {
        return lines().stream().filter(call -> !call.outcome().equals(CallRecord.ARRIVED)).toList();
    }

    /** The calls that arrived, in their order. */
    public List<CallRecord> arrived() {
        return lines().stream().filter(call -> call.outcome().equals(CallRecord.ARRIVED)).toList();
    }

    /** The lines of a history that another process may be writing. */
    public static List<CallRecord> read(Path file) {
        try {
            List<CallRecord> calls = new ArrayList<>();
            String text = Files.readString(file);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                if (!line.isEmpty()) {
                    calls.add(JSON.readValue(line, CallRecord.class));
                }
            }
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException("history", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("history", e);
        }
    }
}
