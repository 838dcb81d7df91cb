package io.digitalworker.document.prompt;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Descriptor;
import io.digitalworker.document.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * On demand: how long the prompts of a large public code base are. {@code -Dcases=DIRECTORY} with {@code
 * nop47.zip} in it, and {@code -Dreviews=FILE} with the descriptor of its product reviews.
 */
class PublicPromptsTest {
    @TestFactory
    Stream<DynamicTest> promptsOfPublicCodeKeepToTheirLimits() {
        boolean wanted =
                System.getProperty("cases") != null && System.getProperty("reviews") != null;
        return wanted
                ? Stream.of(
                        dynamicTest(
                                "product reviews",
                                PublicPromptsTest::promptsOfProductReviewsKeepToTheirLimits))
                : Stream.empty();
    }

    private static void promptsOfProductReviewsKeepToTheirLimits() throws IOException {
        byte[] json = Files.readAllBytes(Path.of(System.getProperty("reviews")));
        Path zip = Path.of(System.getProperty("cases"), "nop47.zip");
        Sample sample = Sample.of(zip, new ObjectMapper().readValue(json, Descriptor.class));
        Random random = new Random(19);
        for (String document : Asking.DOCUMENTS) {
            Sample asked = Asking.as(sample, document);
            for (int tokens : List.of(16_000, 24_000, 32_000, 48_000, 64_000)) {
                for (Asking asking : Asking.all(asked, PromptLimits.of(tokens)).toList()) {
                    PromptBudgetTest.check(asking, random);
                    print(asking, tokens);
                }
            }
        }
    }

    private static void print(Asking asking, int limit) {
        Prompt first = asking.first();
        double ratio = PromptLimits.CHARS_PER_TOKEN;
        int all = first.tokens(ratio);
        double cached = Tokens.of(first.system(), ratio) + Tokens.of(first.shared(), ratio);
        long pieces = asking.material().lines().filter(l -> l.startsWith("Source of ")).count();
        System.out.printf(
                "%s of %d: %d tokens, %.0f of them the job's, %d pieces of source, %d of %d facts"
                        + " of features left out%n",
                asking,
                limit,
                all,
                cached,
                pieces,
                asking.prompt().leftOut(),
                asking.sample().material().linked().facts().size());
        assertThat(all).isGreaterThan(limit / 2);
    }
}
