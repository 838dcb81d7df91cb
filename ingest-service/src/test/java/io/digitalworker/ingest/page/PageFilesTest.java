package io.digitalworker.ingest.page;

import io.digitalworker.api.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the web page, as they lie there. */
class PageFilesTest {
    private static final Path ROOT = Path.of("src/main/resources/META-INF/resources");

    /** What the object store answers has no word in the catalogue. */
    private static final String OF_THE_STORE = "UPLOAD_REFUSED";

    private static final Pattern TEXT =
            Pattern.compile("^  '([^']+)': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
    private static final Pattern VALUE = Pattern.compile("\\{\\w+}");
    private static final Pattern USE = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern KEPT = Pattern.compile("^  '([^']+)',$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"de", "hi"})
    void everyLanguageHasTheTextsOfEnglishWithTheSameValues(String language) {
        Map<String, String> english = texts("en");
        Map<String, String> other = texts(language);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (key, text) ->
                        assertThat(values(other.get(key)))
                                .as("values in %s, %s", key, language)
                                .isEqualTo(values(text)));
        assertThat(english).as("texts were found").hasSizeGreaterThan(300);
    }

    @Test
    void whatTheApiRefusesForIsToldInTheWordsOfTheCatalogue() {
        Map<String, String> english = texts("en");
        Map<String, String> expected = new TreeMap<>();
        for (ErrorCode code : ErrorCode.values()) {
            expected.put("error." + code.name(), code.title());
            expected.put("error." + code.name() + ".do", code.remedy());
        }
        Map<String, String> told = new TreeMap<>(english);
        told.keySet().removeIf(key -> !key.startsWith("error.") || key.contains(OF_THE_STORE));
        assertThat(told)
                .as("messages/errors/en.js (each word also in de.js and hi.js) against ErrorCode")
                .isEqualTo(expected);
    }

    @Test
    void everyTextThatIsUsedIsThere() {
        Set<String> keys = texts("en").keySet();
        for (Path script : files(".js")) {
            for (String key : found(USE, read(script))) {
                assertThat(keys.contains(key) || keys.contains(key + ".other"))
                        .as("%s uses '%s'", script.getFileName(), key)
                        .isTrue();
            }
        }
    }

    @Test
    void theServiceWorkerKeepsEveryFileOfThePage() {
        Set<String> expected = new TreeSet<>(Set.of("./"));
        files("").stream()
                .map(file -> ROOT.relativize(file).toString())
                .filter(name -> !name.startsWith("docs/"))
                .filter(name -> !Set.of("index.html", "service-worker.js").contains(name))
                .forEach(expected::add);
        assertThat(new TreeSet<>(found(KEPT, read(ROOT.resolve("service-worker.js")))))
                .as("SHELL in service-worker.js")
                .isEqualTo(expected);
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNoTextBecomesMarkup() {
        List<String> forbidden =
                List.of(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "eval(",
                        "new Function",
                        "@import",
                        "style=",
                        "javascript:");
        for (Path file : page()) {
            String text = read(file).replace("http://www.w3.org/", "");
            assertThat(text).as("%s", file).doesNotContain(forbidden);
            assertThat(text).as("addresses in %s", file).doesNotContainPattern("https?://[a-zA-Z]");
        }
    }

    private static List<Path> page() {
        return files("").stream()
                .filter(file -> !ROOT.relativize(file).startsWith("docs"))
                .filter(file -> file.toString().matches(".*\\.(html|css|js|svg)"))
                .toList();
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        for (String file : List.of("errors/" + language + ".js", language + ".js")) {
            TEXT.matcher(read(ROOT.resolve("app/messages").resolve(file)))
                    .results()
                    .forEach(text -> texts.put(text.group(1), text.group(2).replace("\\'", "'")));
        }
        return texts;
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> tree = Files.walk(ROOT)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
