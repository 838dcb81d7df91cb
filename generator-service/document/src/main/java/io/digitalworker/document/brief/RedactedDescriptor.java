package io.digitalworker.document.brief;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.facts.source.Redacted;
import java.util.List;

/**
 * A descriptor without the secrets that somebody wrote into its texts: what documents quote and prompts
 * say. Module name and version have no room for one and stay.
 */
final class RedactedDescriptor {
    private RedactedDescriptor() {}

    /** The same descriptor; given one of these, it changes nothing. */
    static Descriptor of(Descriptor descriptor) {
        List<Feature> features =
                descriptor.features().stream()
                        .map(each -> new Feature(each.id(), text(each.description())))
                        .toList();
        return new Descriptor(
                descriptor.moduleName(),
                features,
                descriptor.version(),
                texts(descriptor.actors()),
                texts(descriptor.nfr()),
                texts(descriptor.constraints()));
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(RedactedDescriptor::text).toList();
    }

    private static String text(String text) {
        return Redacted.of(text).text();
    }
}
