package io.digitalworker.document.verification;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Span.Quote;
import java.util.List;
import java.util.stream.Stream;

/**
 * Quotes of what came with the job: {@code descriptor:actors}, {@code descriptor:nfr}, {@code
 * descriptor:constraints}, {@code descriptor:features}, each of a run of one of their texts, and {@code
 * existing} of the partial document; {@code answer:<question id>} and {@code message:<revision>} of what
 * was sent with revisions.
 */
final class Submitted {
    private static final String DESCRIPTOR = "descriptor:";
    private static final String EXISTING = "existing";
    private static final String ANSWER = "answer:";
    private static final String MESSAGE = "message:";

    private Submitted() {}

    static boolean isSource(String source) {
        return source.startsWith(DESCRIPTOR)
                || source.equals(EXISTING)
                || source.startsWith(ANSWER)
                || source.startsWith(MESSAGE);
    }

    static boolean says(Material material, Quote quote) {
        if (quote.source().equals(EXISTING)) {
            return material.existing().filter(text -> text.says(quote.shown())).isPresent();
        }
        if (quote.source().startsWith(ANSWER)) {
            String question = quote.source().substring(ANSWER.length());
            return material.edition().answers().getOrDefault(question, "").contains(quote.shown());
        }
        if (quote.source().startsWith(MESSAGE)) {
            String revision = quote.source().substring(MESSAGE.length());
            return material.edition().requests().stream()
                    .anyMatch(r -> r.id().equals(revision) && r.words().contains(quote.shown()));
        }
        return texts(material.descriptor(), quote.source().substring(DESCRIPTOR.length()))
                .anyMatch(text -> text.contains(quote.shown()));
    }

    private static Stream<String> texts(Descriptor descriptor, String field) {
        return switch (field) {
            case "actors" -> descriptor.actors().stream();
            case "nfr" -> descriptor.nfr().stream();
            case "constraints" -> descriptor.constraints().stream();
            case "features" -> descriptor.features().stream().map(Feature::description);
            default -> List.<String>of().stream();
        };
    }
}
