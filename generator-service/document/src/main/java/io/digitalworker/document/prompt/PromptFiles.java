package io.digitalworker.document.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The files that prompts are made of: what they say is reviewed, hashed and named in the manifest. */
public final class PromptFiles {
    /** Raised when answers are to be read in another way; the hash tells of any other change. */
    private static final String VERSION = "1";

    private static final List<String> NAMES =
            List.of(
                    "/prompt/answer.schema.json",
                    "/prompt/job.md",
                    "/prompt/repair.md",
                    "/prompt/section.md",
                    "/prompt/sections.json",
                    "/prompt/system.md");

    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private PromptFiles() {}

    /** Names of resources, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** The version with the start of a hash over all files, such as {@code 1-0123456789ab}. */
    public static String version() {
        StringBuilder all = new StringBuilder();
        NAMES.forEach(name -> all.append(name).append('\n').append(text(name)).append('\n'));
        return VERSION + "-" + Hash.of(all.toString()).substring(0, 12);
    }

    /** JSON Schema of an answer, for models that keep to one. */
    public static String answerSchema() {
        return text("/prompt/answer.schema.json");
    }

    static String text(String name) {
        return READ.computeIfAbsent(name, PromptFiles::read);
    }

    private static String read(String name) {
        try (InputStream in = PromptFiles.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
