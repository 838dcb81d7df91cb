package io.digitalworker.document.outline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Titles, heads of tables and other fixed words in the language of a document. What is not translated
 * stays English. A word is looked up by its English form: in {@code /messages/messages_<language>.properties}
 * (UTF-8), {@code What is missing} is {@code what-is-missing}.
 */
public final class Wording {
    private static final Map<String, Wording> READ = new ConcurrentHashMap<>();

    private final String language;
    private final Map<String, String> words;

    private Wording(String language) {
        this.language = language;
        this.words = Map.copyOf(read(language));
    }

    /** Of a BCP 47 tag; of a region or script, the language. English for a language that is not there. */
    public static Wording of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        String known = Wording.class.getResource(file(language)) == null ? "en" : language;
        return READ.computeIfAbsent(known, Wording::new);
    }

    /** The words in this language, as they are if they are not translated. */
    public String say(String english) {
        return find(english).orElse(english);
    }

    /** The words in this language; empty if they are not translated. */
    public Optional<String> find(String english) {
        return Optional.ofNullable(words.get(key(english)));
    }

    /** The tag of the language. */
    public String language() {
        return language;
    }

    /**
     * Says in the document how many of its sentences are in this language; nothing to say in English, and
     * where all are.
     */
    public Optional<String> note(int translated, int sentences) {
        return Optional.ofNullable(words.get("language.note"))
                .filter(any -> translated < sentences)
                .map(note -> note.replace("{1}", String.valueOf(translated)))
                .map(note -> note.replace("{2}", String.valueOf(sentences)));
    }

    private static String key(String english) {
        String key = english.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return key.replaceAll("^-|-$", "");
    }

    /** The files that the words stand in. */
    static Stream<String> files(String language) {
        String known = of(language).language;
        return Stream.of(file(known), Catalogue.file(known))
                .filter(name -> Wording.class.getResource(name) != null);
    }

    private static String file(String language) {
        return "/messages/messages_" + language + ".properties";
    }

    private static Map<String, String> read(String language) {
        Properties properties = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream(file(language))) {
            if (in == null) {
                throw new IllegalStateException(file(language) + " is not on the class path");
            }
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(file(language) + " cannot be read", e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, value) -> words.put(key.toString(), value.toString()));
        return words;
    }
}
