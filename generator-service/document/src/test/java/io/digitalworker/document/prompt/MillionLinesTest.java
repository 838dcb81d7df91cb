package io.digitalworker.document.prompt;

import io.digitalworker.api.Feature;
import io.digitalworker.document.Sample;
import io.digitalworker.facts.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * On demand, with {@code -Dmillion=true}: a million lines, and tens of thousands of facts that belong to the
 * features.
 */
class MillionLinesTest {
    private static final int FILES = 2_000;
    private static final int ABOUT = 350;
    private static final int ADDRESSES = 73;

    /** Ten lines. */
    private static final String ADDRESS =
            "[HttpPost(\"%1$d\")]\npublic int ChooseGiftWrap%1$d(int a)\n{\n\n\n\n\nreturn a;\n}\n\n";

    @TestFactory
    Stream<DynamicTest> promptsOfHugeCodeBasesKeepToTheirLimits(@TempDir Path directory) {
        return Boolean.getBoolean("million")
                ? Stream.of(
                        dynamicTest(
                                "a million lines",
                                () ->
                                        promptsOfAMillionLinesKeepToTheirLimits(
                                                directory.resolve("lines"))),
                        dynamicTest(
                                "one file of two hundred thousand lines",
                                MillionLinesTest
                                        ::promptsOfOneFileOfTwoHundredThousandLinesKeepToTheirLimits),
                        dynamicTest(
                                "fifty thousand addresses of one feature",
                                () ->
                                        promptsOfFiftyThousandAddressesOfOneFeatureKeepToTheirLimits(
                                                directory.resolve("addresses"))))
                : Stream.empty();
    }

    private static void promptsOfAMillionLinesKeepToTheirLimits(Path directory) throws IOException {
        Sample sample = PromptBudgetTest.crowded(directory, FILES, ABOUT, ADDRESSES);
        long lines = sample.tree().files().stream().mapToLong(SourceFile::lines).sum();
        assertThat(lines).isGreaterThan(1_000_000);
        check(sample);
    }

    /** As long as a file may be, and nothing but addresses of the feature. */
    private static void promptsOfOneFileOfTwoHundredThousandLinesKeepToTheirLimits() {
        String addresses =
                IntStream.range(0, 20_000)
                        .mapToObj(ADDRESS::formatted)
                        .collect(Collectors.joining());
        String code =
                "using Microsoft.AspNetCore.Mvc;\n[ApiController]\n[Route(\"gift-wrap\")]\n"
                        + "public class GiftWrapController : ControllerBase\n{\n"
                        + addresses
                        + "}\n";
        Feature feature = new Feature("G", "Choose a gift wrap.");
        Sample sample = Sample.of(Map.of("GiftWrapController.cs", code), "GiftWrap", feature);
        assertThat(sample.tree().files()).hasSize(1);
        assertThat(sample.tree().files().get(0).lines()).isGreaterThan(200_000);
        assertThat(sample.material().linked().facts()).hasSizeGreaterThan(10_000);
        check(sample);
    }

    private static void promptsOfFiftyThousandAddressesOfOneFeatureKeepToTheirLimits(Path directory)
            throws IOException {
        Sample sample = PromptBudgetTest.crowded(directory, 700, 700, 73);
        assertThat(sample.material().linked().facts()).hasSizeGreaterThan(50_000);
        check(sample);
    }

    private static void check(Sample sample) {
        long lines = sample.tree().files().stream().mapToLong(SourceFile::lines).sum();
        Random random = new Random(17);
        double greatest = 0;
        int prompts = 0;
        for (String document : Asking.DOCUMENTS) {
            Sample asked = Asking.as(sample, document);
            System.out.printf(
                    "%s: %,d lines, %,d facts, %,d linked%n",
                    document,
                    lines,
                    asked.material().facts().facts().size(),
                    asked.material().linked().facts().size());
            for (Asking asking : Asking.all(asked, PromptLimits.of(32_000)).toList()) {
                for (int tokens : List.of(8_000, 32_000, 100_000)) {
                    Asking within = asking.within(PromptLimits.of(tokens));
                    greatest = Math.max(greatest, PromptBudgetTest.check(within, random));
                    prompts += 2;
                }
                System.out.printf(
                        "%s: %d prompts so far, the longest has %.2f %% of its tokens%n",
                        asking, prompts, greatest * 100);
            }
        }
    }
}
