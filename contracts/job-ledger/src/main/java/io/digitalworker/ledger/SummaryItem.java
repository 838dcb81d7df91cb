package io.digitalworker.ledger;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.Quality;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A {@link Summary} as the map {@code Summary} of the job item. Money is in millionths of a dollar. */
final class SummaryItem {
    private static final String WRITER = "Writer";
    private static final String DEGRADED = "Degraded";
    private static final String PRICE_TABLE = "PriceTable";
    private static final String USAGE = "Usage";
    private static final String QUALITY = "Quality";
    private static final String SCORE = "Score";
    private static final String CLAIMS = "Claims";
    private static final String REMOVED = "ClaimsRemoved";
    private static final String SECTIONS = "Sections";
    private static final String COMPLETE = "SectionsComplete";
    private static final String ESTIMATE = "Estimate";
    private static final String FROM = "MicroUsdFrom";
    private static final String TO = "MicroUsdTo";
    private static final String BY_MODEL = "SectionsByModel";
    private static final String EXTRACTIVE = "SectionsExtractive";
    private static final String REASON = "Reason";

    /** Decimal places of money. */
    private static final int MICRO = 6;

    private SummaryItem() {}

    static AttributeValue of(Summary summary) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(WRITER, Values.text(summary.writer()));
        map.put(DEGRADED, Values.truth(summary.degraded()));
        map.put(PRICE_TABLE, Values.text(summary.priceTable()));
        map.put(USAGE, usage(summary.usage()));
        if (summary.quality() != null) {
            map.put(QUALITY, quality(summary.quality()));
        }
        if (summary.estimate() != null) {
            map.put(ESTIMATE, estimate(summary.estimate()));
        }
        return Values.map(map);
    }

    static @Nullable Summary read(Item job) {
        if (!job.has(Items.SUMMARY)) {
            return null;
        }
        Item map = job.map(Items.SUMMARY);
        return new Summary(
                map.text(WRITER),
                map.truth(DEGRADED),
                map.has(QUALITY) ? readQuality(map.map(QUALITY)) : null,
                readUsage(map.map(USAGE)),
                map.text(PRICE_TABLE),
                map.has(ESTIMATE) ? readEstimate(map.map(ESTIMATE)) : null);
    }

    private static AttributeValue usage(JobUsage usage) {
        Usage settled = usage.settled();
        return Values.map(
                Map.of(
                        Items.CALLS, Values.number(settled.calls()),
                        Items.TOKENS_IN, Values.number(settled.tokensIn()),
                        Items.TOKENS_OUT, Values.number(settled.tokensOut()),
                        Items.TOKENS_CACHED, Values.number(settled.tokensCached()),
                        Items.TOKENS_CACHE_WRITTEN, Values.number(settled.tokensCacheWritten()),
                        Items.MICRO_USD, Values.number(settled.microUsd()),
                        Items.OPEN, Values.number(usage.openReservations()),
                        Items.RESERVED_MICRO_USD, Values.number(usage.reservedMicroUsd())));
    }

    /** Of such a map, and of a budget item alike. */
    static JobUsage readUsage(Item map) {
        Usage settled =
                new Usage(
                        (int) map.number(Items.CALLS, 0),
                        map.number(Items.TOKENS_IN, 0),
                        map.number(Items.TOKENS_OUT, 0),
                        map.number(Items.TOKENS_CACHED, 0),
                        map.number(Items.TOKENS_CACHE_WRITTEN, 0),
                        map.number(Items.MICRO_USD, 0));
        return new JobUsage(
                settled, (int) map.number(Items.OPEN, 0), map.number(Items.RESERVED_MICRO_USD, 0));
    }

    private static AttributeValue quality(Quality quality) {
        return Values.map(
                Map.of(
                        SCORE, Values.number(quality.score()),
                        CLAIMS, Values.number(quality.claims()),
                        REMOVED, Values.number(quality.claimsRemoved()),
                        SECTIONS, Values.number(quality.sections()),
                        COMPLETE, Values.number(quality.sectionsComplete())));
    }

    private static Quality readQuality(Item map) {
        return new Quality(
                (int) map.number(SCORE),
                (int) map.number(CLAIMS),
                (int) map.number(REMOVED),
                (int) map.number(SECTIONS),
                (int) map.number(COMPLETE));
    }

    private static AttributeValue estimate(Estimate estimate) {
        Map<String, AttributeValue> map = new HashMap<>();
        map.put(Items.CALLS, Values.number(estimate.calls()));
        map.put(Items.TOKENS_IN, Values.number(estimate.tokensIn()));
        map.put(Items.TOKENS_OUT, Values.number(estimate.tokensOutAtMost()));
        map.put(FROM, money(estimate.usdFrom()));
        map.put(TO, money(estimate.usdTo()));
        map.put(PRICE_TABLE, Values.text(estimate.priceTable()));
        map.put(BY_MODEL, Values.number(estimate.sectionsByModel()));
        map.put(EXTRACTIVE, Values.number(estimate.sectionsExtractive()));
        if (estimate.reason() != null) {
            map.put(REASON, Values.text(estimate.reason()));
        }
        return Values.map(map);
    }

    private static Estimate readEstimate(Item map) {
        return new Estimate(
                (int) map.number(Items.CALLS),
                map.number(Items.TOKENS_IN),
                map.number(Items.TOKENS_OUT),
                BigDecimal.valueOf(map.number(FROM), MICRO),
                BigDecimal.valueOf(map.number(TO), MICRO),
                Estimate.USD,
                map.text(PRICE_TABLE),
                (int) map.number(BY_MODEL),
                (int) map.number(EXTRACTIVE),
                map.textOrNull(REASON));
    }

    private static AttributeValue money(BigDecimal usd) {
        return Values.number(usd.movePointRight(MICRO).longValueExact());
    }
}
