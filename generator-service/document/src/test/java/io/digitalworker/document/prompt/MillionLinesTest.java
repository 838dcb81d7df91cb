package io.digitalworker.document.prompt;

import io.digitalworker.document.Sample;
import io.digitalworker.facts.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * On demand, with {@code -Dmillion=true}: a million lines, and tens of thousands of facts that belong to the
 * features.
 */
@EnabledIfSystemProperty(named = "million", matches = "true")
class MillionLinesTest {
    private static final int FILES = 2_000;
    private static final int ABOUT = 350;
    private static final int ADDRESSES = 73;

    @Test
    void promptsOfAMillionLinesKeepToTheirLimits(@TempDir Path directory) throws IOException {
        Sample sample = PromptBudgetTest.crowded(directory, FILES, ABOUT, ADDRESSES);
        long lines = sample.tree().files().stream().mapToLong(SourceFile::lines).sum();
        assertThat(lines).isGreaterThan(1_000_000);
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
            }
        }
        System.out.printf(
                "%d prompts, the longest has %.2f %% of its tokens%n", prompts, greatest * 100);
    }
}
