package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a job would cost, told without writing it (option {@code estimateOnly}).
 *
 * @param calls of a model, one for each section that it would write; a section that has to be repaired
 *     takes up to two more
 * @param tokensIn of these calls, as far as characters tell
 * @param tokensOutAtMost of their answers
 * @param usdFrom if every prompt comes from the model's cache, and every answer holds at once and is a
 *     fourth of what it may be
 * @param usdTo if every section is repaired twice, or the caps if they are below that
 * @param priceTable version of the prices; empty if nothing would be paid
 * @param sectionsByModel sections that a model would write
 * @param sectionsExtractive sections that would be written without one
 * @param reason why no model would write any: {@code asked-for} (option {@code writer}), {@code no-model}
 *     (none is configured), {@code switched-off}, {@code language} (models write English only), {@code
 *     no-section}; absent if one would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Estimate(
        int calls,
        long tokensIn,
        long tokensOutAtMost,
        BigDecimal usdFrom,
        BigDecimal usdTo,
        String currency,
        String priceTable,
        int sectionsByModel,
        int sectionsExtractive,
        @Nullable String reason) {
    public static final String USD = "USD";

    /** Artifact in which it is published. */
    public static final String ARTIFACT = "estimate.json";

    /** Nothing would be paid. */
    public static Estimate free(int sections, String reason) {
        return new Estimate(
                0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, USD, "", 0, sections, reason);
    }
}
