package io.digitalworker.document.prompt;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.document.Sample;
import io.digitalworker.document.published.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.digitalworker.document.prompt.Asking.DELIMITER;
import static org.assertj.core.api.Assertions.assertThat;

/** No prompt, first or repair, is longer than its limits. */
class PromptBudgetTest {
    private static final List<Double> RATIOS = List.of(2.0, 2.4, 2.9, 3.2, 3.7, 4.4, 5.0);

    @Test
    void promptsKeepToManyLimits() {
        Random random = new Random(11);
        for (Asking asking :
                Asking.all(Asking.as(Sample.example(), "srs"), limits(random)).toList()) {
            for (int i = 0; i < 12; i++) {
                check(asking.within(limits(random)), random);
            }
        }
    }

    @Test
    void promptsOfHostileDescriptorsKeepToTheirLimits() {
        Random random = new Random(12);
        for (String word : List.of("रैपिंग ", "😀", "\u0000\u202e ")) {
            Asking.all(Asking.as(hostile(word), "srs"), PromptLimits.of(8_000))
                    .forEach(
                            asking -> {
                                check(asking, random);
                                check(asking.within(limits(random)), random);
                            });
        }
    }

    /** As many and as long texts as a descriptor may have. */
    private static Sample hostile(String word) {
        String text = word.repeat(8_000 / word.length());
        List<Feature> features =
                IntStream.range(0, Descriptor.MAX_FEATURES)
                        .mapToObj(n -> new Feature("F-" + n + "-" + "x".repeat(50), text))
                        .toList();
        List<String> texts = Collections.nCopies(Descriptor.MAX_FEATURES, text);
        Descriptor descriptor =
                new Descriptor("Module", features.subList(0, 12), "1.0", texts, texts, texts);
        assertThat(descriptor.faults()).isEmpty();
        return Sample.of(Case.example().zip(), descriptor);
    }

    @Test
    void promptsOfCodeWithFarTooManyLinkedFactsKeepToTheirLimits(@TempDir Path directory)
            throws IOException {
        Sample sample = Asking.as(crowded(directory, 60, 60, 40), "srs");
        int linked = sample.material().linked().facts().size();
        Random random = new Random(13);
        Asking.all(sample, PromptLimits.of(24_000))
                .forEach(
                        asking -> {
                            assertThat(asking.prompt().leftOut())
                                    .as("of %d linked facts", linked)
                                    .isBetween(1, linked - 50);
                            assertThat(asking.first().shared())
                                    .contains(asking.prompt().leftOut() + " more facts belong");
                            check(asking, random);
                            check(asking.within(limits(random)), random);
                        });
    }

    @Test
    void promptsOfNamesOfAThousandCharactersKeepToTheirLimits() {
        String name = "GiftWrapPaper" + "OfTissueOrFoil".repeat(70);
        assertThat(name).hasSizeBetween(900, 1_100);
        Map<String, String> files =
                IntStream.range(0, 30)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        n -> "GiftWrap" + n + ".cs", n -> controller(name, n)));
        Sample sample =
                Sample.of(files, "GiftWrap", new Feature("G", "A gift wrap paper is chosen."));
        assertThat(sample.material().linked().facts()).hasSizeGreaterThan(100);
        Random random = new Random(14);
        Asking.all(Asking.as(sample, "srs"), PromptLimits.of(8_000))
                .forEach(
                        asking -> {
                            check(asking, random);
                            check(asking.within(limits(random)), random);
                        });
    }

    private static String controller(String name, int number) {
        String bodies =
                IntStream.range(0, 6)
                        .mapToObj(a -> ADDRESS.formatted(name, a))
                        .collect(Collectors.joining());
        return CONTROLLER.formatted(name, name + number, bodies);
    }

    private static final String CONTROLLER =
            """
            using Microsoft.AspNetCore.Mvc;
            [ApiController]
            [Route("%s")]
            public class %sController : ControllerBase
            {
            %s}
            """;

    private static final String ADDRESS =
            """
                [HttpPost("%2$d/{identifierOf%1$s}")]
                public IActionResult Choose%1$s%2$d(int identifierOf%1$s, string text)
                {
                    // a %1$s is chosen with a text
                    return Ok(identifierOf%1$s);
                }

            """;

    /** Controllers; every address of the first ones is about the same few words. */
    static Sample crowded(Path directory, int files, int about, int addresses) throws IOException {
        for (int f = 0; f < files; f++) {
            String thing = f < about ? "GiftWrapPaper" : "LedgerEntry";
            String bodies =
                    IntStream.range(0, addresses)
                            .mapToObj(a -> ADDRESS.formatted(thing, a))
                            .collect(Collectors.joining());
            Path file = directory.resolve(thing + f % 10 + "/" + thing + f + ".cs");
            Files.createDirectories(file.getParent());
            Files.writeString(file, CONTROLLER.formatted(thing + f, thing + f, bodies));
        }
        Path zip = Files.createTempFile("crowded", ".zip");
        zip.toFile().deleteOnExit();
        ZipOfDirectory.write(directory, zip);
        List<Feature> features =
                Stream.of("A gift wrap paper is chosen with a text.", "Choose a gift wrap.")
                        .map(words -> new Feature("G-" + words.length(), words))
                        .toList();
        return Sample.of(
                zip, new Descriptor("GiftWrap", features, "1.0", List.of(), List.of(), List.of()));
    }

    private static PromptLimits limits(Random random) {
        int tokens = 8_000 + random.nextInt(random.nextBoolean() ? 4_000 : 80_000);
        return new PromptLimits(tokens, RATIOS.get(random.nextInt(RATIOS.size())));
    }

    /** The greatest share of its limit that a prompt of the section takes. */
    static double check(Asking asking, Random random) {
        PromptLimits limits = asking.prompt().limits();
        String answer = answers().get(random.nextInt(answers().size()));
        List<String> faults = Collections.nCopies(random.nextInt(300), "block 1 – " + answer);
        double greatest = 0;
        for (Prompt prompt :
                List.of(asking.first(), asking.prompt().repair(DELIMITER, answer, faults))) {
            int tokens = prompt.tokens(limits.charsPerToken());
            assertThat(tokens)
                    .as("tokens of %s under %s", asking, limits)
                    .isLessThanOrEqualTo(limits.tokens());
            greatest = Math.max(greatest, (double) tokens / limits.tokens());
        }
        return greatest;
    }

    private static List<String> answers() {
        return List.of("", "{}", "word ".repeat(400), "é世😀".repeat(3_000), "x".repeat(200_000));
    }
}
