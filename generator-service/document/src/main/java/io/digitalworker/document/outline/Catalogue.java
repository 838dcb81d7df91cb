package io.digitalworker.document.outline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sentences in another language, by their English words with numbered places for what they mention:
 * {@code {1} returns {2}.} They stand in {@code /messages/sentences_<language>.po} (UTF-8), a catalogue as
 * gettext has it, of {@code msgid} and {@code msgstr} without plural forms or contexts.
 */
public final class Catalogue {
    private static final Map<String, Catalogue> READ = new ConcurrentHashMap<>();

    private final Map<String, String> sentences;

    private Catalogue(Map<String, String> sentences) {
        this.sentences = Collections.unmodifiableMap(sentences);
    }

    /** Of a language, such as {@code de}; without any entry for a language that has no catalogue. */
    public static Catalogue of(String language) {
        return READ.computeIfAbsent(language, any -> new Catalogue(read(file(language))));
    }

    /** The words in this language; empty if they are not translated. */
    public Optional<String> find(String english) {
        return Optional.ofNullable(sentences.get(english));
    }

    /** The English words that are translated, in the order of the file. */
    public Set<String> keys() {
        return sentences.keySet();
    }

    static String file(String language) {
        return "/messages/sentences_" + language + ".po";
    }

    private static Map<String, String> read(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                return Map.of();
            }
            return parsed(
                    file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * The entries that have a translation.
     *
     * @throws IllegalStateException for a line that is none of a catalogue, and for words that stand twice
     */
    static Map<String, String> parsed(String file, BufferedReader lines) throws IOException {
        Map<String, String> sentences = new LinkedHashMap<>();
        StringBuilder english = new StringBuilder();
        StringBuilder translated = new StringBuilder();
        StringBuilder part = english;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (text.startsWith("msgid ")) {
                add(sentences, english, translated, file + ":" + number);
                part = english;
            } else if (text.startsWith("msgstr ")) {
                part = translated;
            } else if (!text.startsWith("\"")) {
                throw new IllegalStateException(file + ":" + number + " is no line of a catalogue");
            }
            part.append(unquoted(text, file + ":" + number));
        }
        add(sentences, english, translated, file + ":" + number);
        return sentences;
    }

    /** Keeps the entry read last, unless it is the head or has no translation yet. */
    private static void add(
            Map<String, String> sentences,
            StringBuilder english,
            StringBuilder translated,
            String at) {
        if (english.length() > 0
                && translated.length() > 0
                && sentences.put(english.toString(), translated.toString()) != null) {
            throw new IllegalStateException(
                    "before " + at + ", these words stand twice: " + english);
        }
        english.setLength(0);
        translated.setLength(0);
    }

    private static String unquoted(String line, String at) {
        int start = line.indexOf('"');
        if (start < 0 || start == line.length() - 1 || !line.endsWith("\"")) {
            throw new IllegalStateException(at + " has no words in quotation marks");
        }
        String quoted = line.substring(start + 1, line.length() - 1);
        return quoted.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
