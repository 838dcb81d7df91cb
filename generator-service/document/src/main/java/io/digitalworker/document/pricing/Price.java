package io.digitalworker.document.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.digitalworker.facts.fact.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the price table.
 *
 * @param types of the resources that it is paid for
 * @param billing mode that a resource must declare for it; null for any
 * @param basis {@code million}: per million units; {@code gb-second}: per second and GB of memory; {@code
 *     capacity}: per unit of a setting and month
 * @param setting of {@code capacity}: which one, in lower case
 */
public record Price(
        @JsonProperty(value = "id", required = true) String id,
        @JsonProperty(value = "service", required = true) String service,
        @JsonProperty(value = "types", required = true) List<String> types,
        @JsonProperty("billing") @Nullable String billing,
        @JsonProperty(value = "unit", required = true) String unit,
        @JsonProperty(value = "formula", required = true) String formula,
        @JsonProperty(value = "basis", required = true) String basis,
        @JsonProperty("setting") @Nullable String setting,
        @JsonProperty(value = "price", required = true) BigDecimal price) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal MEGABYTES = BigDecimal.valueOf(1_024);

    public Price {
        types = List.copyOf(types);
    }

    /** Whether it is paid for such a resource. */
    boolean isFor(Resource resource) {
        if (!types.contains(resource.type())) {
            return false;
        }
        String mode = setting(resource, "billing").orElse("PROVISIONED");
        return billing == null || billing.equals(mode);
    }

    /**
     * What a million requests cost at most, each as long as it may take; of a capacity, what a month
     * costs. Empty if the resource does not declare what is needed for that.
     */
    Optional<BigDecimal> of(Resource resource) {
        return switch (basis) {
            case "million" -> Optional.of(price);
            case "gb-second" ->
                    number(resource, "memory")
                            .flatMap(
                                    megabytes ->
                                            number(resource, "timeout")
                                                    .map(seconds -> time(megabytes, seconds)));
            default -> number(resource, setting == null ? "" : setting).map(price::multiply);
        };
    }

    private BigDecimal time(BigDecimal megabytes, BigDecimal seconds) {
        return MILLION.multiply(seconds).multiply(megabytes).multiply(price).divide(MEGABYTES);
    }

    private static Optional<BigDecimal> number(Resource resource, String name) {
        return setting(resource, name)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(BigDecimal::new);
    }

    /** The value of the setting whose last word begins so, whatever its case. */
    public static Optional<String> setting(Resource resource, String name) {
        return resource.settings().entrySet().stream()
                .filter(each -> last(each.getKey()).startsWith(name))
                .map(each -> each.getValue())
                .findFirst();
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
