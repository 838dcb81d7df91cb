package io.digitalworker.generator.budget;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prices of models on a day, {@code /pricing/models.json} or a file of the same form.
 *
 * @param version the day, as {@code yyyy-mm-dd}, or any other name that tells tables apart
 * @param source where the prices stand and what they leave out
 */
public record ModelPrices(
        @JsonProperty(value = "version", required = true) String version,
        @JsonProperty(value = "currency", required = true) String currency,
        @JsonProperty(value = "source", required = true) String source,
        @JsonProperty(value = "models", required = true) List<Pricing> models) {
    private static final String STANDARD = "/pricing/models.json";

    /** Geographies of inference profiles that cost what the model costs in a region. */
    private static final Set<String> GEOGRAPHIES =
            Set.of("apac", "au", "ca", "eu", "jp", "us", "us-gov");

    public ModelPrices {
        models = List.copyOf(models);
    }

    /** Those of this version of the factory. */
    public static ModelPrices standard() {
        try (InputStream in = ModelPrices.class.getResourceAsStream(STANDARD)) {
            return read(Objects.requireNonNull(in, STANDARD));
        } catch (IOException e) {
            throw new UncheckedIOException(STANDARD + " cannot be read", e);
        }
    }

    /**
     * Those of a file.
     *
     * @throws IllegalStateException if it is no price table
     */
    public static ModelPrices of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "MODEL_PRICES names a file that is no price table: " + file, e);
        }
    }

    private static ModelPrices read(InputStream in) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .readValue(in, ModelPrices.class);
    }

    /**
     * The price of a model: of the longest prefix of its id, or of its id without the geography.
     *
     * @param model id of a model or of an inference profile, or the ARN of one
     * @throws IllegalStateException if the table has none: without it no cap could be held
     */
    public Pricing of(String model) {
        return Stream.of(model, named(model), withoutGeography(named(model)))
                .map(this::longest)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> unpriced(model));
    }

    private Optional<Pricing> longest(String id) {
        return models.stream()
                .filter(price -> id.startsWith(price.prefix()))
                .max(Comparator.comparingInt(price -> price.prefix().length()));
    }

    private static String named(String model) {
        return model.substring(model.lastIndexOf('/') + 1);
    }

    private static String withoutGeography(String id) {
        int dot = id.indexOf('.');
        return dot > 0 && GEOGRAPHIES.contains(id.substring(0, dot)) ? id.substring(dot + 1) : id;
    }

    private IllegalStateException unpriced(String model) {
        return new IllegalStateException(
                "the model "
                        + model
                        + " has no price in the table "
                        + version
                        + ", so that no cap could be held: name a price table that has it by"
                        + " MODEL_PRICES, in the form of pricing/models.json");
    }
}
