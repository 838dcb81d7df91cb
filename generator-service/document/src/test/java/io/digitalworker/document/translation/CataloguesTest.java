package io.digitalworker.document.translation;

import io.digitalworker.document.ScenarioSample;
import io.digitalworker.document.outline.Catalogue;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.publication.WrittenDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CataloguesTest {
    /** Of the words of the example's documents, just below what is translated. */
    private static final double SHARE = 0.94;

    private static final List<String> LANGUAGES = List.of("de", "hi");

    private static final Path COMPOSERS =
            Path.of("src/main/java/io/digitalworker/document/writing");

    private static Templates all;
    private static String composers = "";

    @BeforeAll
    static void collects() throws IOException {
        all = Templates.all();
        try (Stream<Path> files = Files.walk(COMPOSERS)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(Files.readString(file));
            }
            composers = text.toString().replaceAll("\"\\s*\\+\\s*\"", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "hi"})
    void theDocumentsOfTheExampleAreTranslated(String language) {
        ScenarioSample sample =
                ScenarioSample.example(
                        """
                        {"language": "%s", "documents": ["srs", "functional-spec", "tech-design"]}
                        """
                                .formatted(language),
                        "");
        for (WrittenDocument document : sample.documents()) {
            Translation translation =
                    Translation.of(document.verified().drafts(), Wording.of(language));
            assertThat((double) translation.translated() / translation.sentences())
                    .as(document.name() + " " + translation.translated())
                    .isBetween(SHARE, 1.0);
        }
        assertThat(Templates.example().missing(language)).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "hi"})
    void aTranslationMentionsWhatItsEnglishWordsMention(String language) {
        Catalogue catalogue = Catalogue.of(language);
        assertThat(catalogue.keys()).hasSizeGreaterThan(300);
        for (String english : catalogue.keys()) {
            assertThat(places(catalogue.find(english).orElseThrow()))
                    .as(english)
                    .isEqualTo(places(english));
        }
    }

    private static List<Integer> places(String words) {
        return Template.placesOf(words).stream().map(Template.Place::number).sorted().toList();
    }

    /** What is listed here has been reworded or is written no more: it is to be mended or taken out. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "hi"})
    void aCatalogueHasNoWordsThatNoDocumentHas(String language) {
        Set<String> stale = new TreeSet<>(Catalogue.of(language).keys());
        stale.removeAll(all.known());
        stale.removeIf(CataloguesTest::isComposed);
        assertThat(stale).isEmpty();
    }

    /**
     * Whether the longest of its words stand in a composer, though no tree here leads to them: short ones
     * as all that a literal there says.
     */
    private static boolean isComposed(String key) {
        return Arrays.stream(key.split("\\{\\d+}"))
                .map(words -> words.replaceFirst("[:.] ?$", ""))
                .max(Comparator.comparingInt(String::length))
                .filter(
                        words ->
                                words.length() > 10
                                        ? composers.contains(words)
                                        : composers.contains('"' + words + '"'))
                .isPresent();
    }

    @Test
    void bothCataloguesHaveTheSameWords() {
        assertThat(Catalogue.of("hi").keys()).isEqualTo(Catalogue.of("de").keys());
    }

    /**
     * For translators: what is not translated yet, the most frequent first, with {@code -Dcases} of the
     * public trees too, in a file that {@code -Dtemplates.out} names.
     */
    @Test
    void writesWhatIsNotTranslated() throws IOException {
        Path out = Path.of(System.getProperty("templates.out", "target/untranslated.txt"));
        all.cases();
        List<String> lines = new ArrayList<>();
        for (String language : LANGUAGES) {
            Map<String, Integer> missing = all.missing(language);
            lines.add("# " + language + ": " + missing.size() + " of " + all.sentences().size());
            missing.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(each -> lines.add(each.getValue() + "\t" + each.getKey()));
            all.untitled(language).forEach(title -> lines.add("title\t" + title));
        }
        Files.write(out, lines);
        for (String language : LANGUAGES) {
            Set<String> known = Catalogue.of(language).keys();
            assertThat(lines).noneMatch(line -> known.contains(line.replaceFirst("^.*\t", "")));
        }
    }
}
