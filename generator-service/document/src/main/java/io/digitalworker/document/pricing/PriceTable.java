package io.digitalworker.document.pricing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.facts.fact.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * List prices of a day, {@code /pricing/aws.json}. To bring it up to date, change the file.
 *
 * @param asOf the day, as {@code yyyy-mm-dd}
 * @param source what the prices are and what they leave out
 */
public record PriceTable(
        @JsonProperty(value = "asOf", required = true) String asOf,
        @JsonProperty(value = "region", required = true) String region,
        @JsonProperty(value = "currency", required = true) String currency,
        @JsonProperty(value = "source", required = true) String source,
        @JsonProperty(value = "prices", required = true) List<Price> prices) {
    private static final PriceTable STANDARD = read("/pricing/aws.json");

    public PriceTable {
        prices = List.copyOf(prices);
    }

    public static PriceTable standard() {
        return STANDARD;
    }

    private static PriceTable read(String resource) {
        try (InputStream in = PriceTable.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(in, resource + " is not on the class path");
            return new ObjectMapper().readValue(in, PriceTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }

    /** What is paid for a resource. */
    public List<Price> of(Resource resource) {
        return prices.stream().filter(price -> price.isFor(resource)).toList();
    }

    /** The line of that id. */
    public Optional<Price> line(String id) {
        return prices.stream().filter(price -> price.id().equals(id)).findFirst();
    }
}
