package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The module to be specified and its features (design §4.1; JSON Schema {@code
 * /schema/descriptor.json}). A descriptor may be constructed with any content; {@link #faults()} says
 * what a submission would be refused for.
 *
 * @param moduleName up to 120 letters with their marks, digits, {@code .}, {@code _}, {@code -} and
 *     spaces: the one text of the caller that may stand in ledger and events
 * @param features at least one, at most 200
 * @param version of the module, up to 40 characters
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Descriptor(
        @Nullable String moduleName,
        List<Feature> features,
        @Nullable String version,
        List<String> actors,
        List<String> nfr,
        List<String> constraints) {

    public static final int MAX_BYTES = 256 * 1024;
    public static final int MAX_FEATURES = 200;
    public static final int MAX_TEXT = 8_000;
    private static final Pattern MODULE_NAME =
            Pattern.compile("[\\p{L}\\p{N}._ -][\\p{L}\\p{M}\\p{N}._ -]{0,119}");
    private static final Pattern FEATURE_ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    @SuppressWarnings("NullAway") // JSON may leave any of them out
    public Descriptor {
        features = features == null ? List.of() : List.copyOf(features);
        actors = actors == null ? List.of() : List.copyOf(actors);
        nfr = nfr == null ? List.of() : List.copyOf(nfr);
        constraints = constraints == null ? List.of() : List.copyOf(constraints);
    }

    /** What is wrong with the content, one entry per field; empty when it may be submitted. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (moduleName == null || !MODULE_NAME.matcher(moduleName).matches()) {
            faults.add(
                    new FieldError(
                            "moduleName",
                            "is required: 1 to 120 letters, digits, '.', '_', '-' and spaces"));
        }
        if (version == null || version.isBlank() || version.length() > 40) {
            faults.add(new FieldError("version", "is required: 1 to 40 characters"));
        }
        if (features.isEmpty() || features.size() > MAX_FEATURES) {
            faults.add(new FieldError("features", "must hold 1 to " + MAX_FEATURES + " features"));
        }
        featureFaults(faults);
        textFaults("actors", actors, faults);
        textFaults("nfr", nfr, faults);
        textFaults("constraints", constraints, faults);
        return List.copyOf(faults);
    }

    private void featureFaults(List<FieldError> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            String at = "features[" + i + "]";
            if (feature.id() == null || !FEATURE_ID.matcher(feature.id()).matches()) {
                faults.add(
                        new FieldError(
                                at + ".id",
                                "is required: 1 to 60 letters, digits, '.', '_' and '-'"));
            } else if (!seen.add(feature.id())) {
                faults.add(new FieldError(at + ".id", "is used by another feature"));
            }
            String text = feature.description();
            if (text == null || text.isBlank() || text.length() > MAX_TEXT) {
                faults.add(
                        new FieldError(
                                at + ".description",
                                "is required: 1 to " + MAX_TEXT + " characters"));
            }
        }
    }

    private static void textFaults(String field, List<String> texts, List<FieldError> faults) {
        if (texts.size() > MAX_FEATURES) {
            faults.add(new FieldError(field, "must hold at most " + MAX_FEATURES + " texts"));
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank() || texts.get(i).length() > MAX_TEXT) {
                faults.add(
                        new FieldError(
                                field + "[" + i + "]",
                                "must have 1 to " + MAX_TEXT + " characters"));
            }
        }
    }
}
