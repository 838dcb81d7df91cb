package io.digitalworker.document.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Words that are data: lines of a resource, without those that are empty or begin with a hash. */
final class WordList {
    private WordList() {}

    static List<String> lines(String name) {
        String resource = "/verification/" + name;
        InputStream in =
                Objects.requireNonNull(
                        WordList.class.getResourceAsStream(resource),
                        resource + " is not on the class path");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
