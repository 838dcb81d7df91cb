package io.digitalworker.generator.budget;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.Prompt.Role;
import io.digitalworker.document.prompt.Prompt.Turn;
import io.digitalworker.generator.model.TokenUse;
import io.digitalworker.ledger.Usage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PricingTest {
    private static final Pricing PRICING =
            ModelPrices.standard().of("global.anthropic.claude-sonnet-4-5");

    private static Prompt prompt(String shared, String asked) {
        return new Prompt("", shared, List.of(new Turn(Role.USER, asked)));
    }

    @Test
    void costsWhatEachKindOfTokenCosts() {
        Usage usage = PRICING.cost(new TokenUse(6_400, 200, 5_000, 400));

        // 1,000 x 3 + 200 x 15 + 5,000 x 0.3 + 400 x 3.75, in millionths
        assertThat(usage).isEqualTo(new Usage(1, 6_400, 200, 5_000, 400, 9_000));
    }

    @Test
    void neverRoundsInItsOwnFavour() {
        assertThat(PRICING.cost(new TokenUse(1, 0, 1, 0)).microUsd()).isOne();
    }

    @Test
    void reservesTheDearestReadingOfThePromptAndAFullAnswer() {
        Pricing.Bound bound = PRICING.reservation(prompt("a".repeat(1_000), "b"), 100);

        long read = 200 + 500 + 1;
        assertThat(bound.tokens()).isEqualTo(read + 100);
        assertThat(bound.microUsd()).isEqualTo((long) Math.ceil(read * 3.75 + 100 * 15));
    }

    @Test
    void countsOtherLettersDearer() {
        assertThat(PRICING.reservation(prompt("", "ü日"), 0).tokens()).isEqualTo(200 + 4);
        assertThat(PRICING.reservation(prompt("", "😀"), 0).tokens()).isEqualTo(200 + 4);
    }

    /** However the model's cache is used, a call within the counted tokens costs no more than reserved. */
    @Test
    void coversEveryCallWithinItsTokens() {
        Prompt prompt = prompt("y", "x".repeat(10_000));
        Pricing.Bound bound = PRICING.reservation(prompt, 500);
        long read = bound.tokens() - 500;

        for (long written : List.of(0L, read / 2, read)) {
            for (long cached : List.of(0L, (read - written) / 2, read - written)) {
                Usage usage = PRICING.cost(new TokenUse(read, 500, cached, written));
                assertThat(usage.microUsd()).isLessThanOrEqualTo(bound.microUsd());
                assertThat(usage.tokens()).isLessThanOrEqualTo(bound.tokens());
            }
        }
    }

    @Test
    void isNotBelowZero() {
        BigDecimal one = BigDecimal.ONE;
        assertThatThrownBy(() -> new Pricing("a.", one, one.negate(), one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
