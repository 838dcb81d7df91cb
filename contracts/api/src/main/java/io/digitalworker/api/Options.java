package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a job is to be done (design §4.1; JSON Schema {@code /schema/options.json}). What is absent has
 * its default. Like {@link Descriptor}, it may be constructed with any content.
 *
 * @param documents any of {@code srs}, {@code functional-spec}, {@code tech-design}
 * @param sections ids of the only sections to write, such as {@code data-model}; empty for all; those
 *     that there are: {@link SectionNames}
 * @param detail {@code overview}, {@code standard} or {@code comprehensive}
 * @param diagrams {@code mermaid}, {@code plantuml}, {@code ascii} or {@code text}
 * @param scenario {@code brownfield}, {@code greenfield}, {@code hybrid} or {@code migration}
 * @param language BCP 47 tag of the prose
 * @param writer {@code auto} or {@code extractive}
 * @param callbackUrl where a webhook is sent at the end; kept in the object store only, never in the
 *     ledger or an event
 * @param maxUsd what models may cost at most for this job, in US dollars: 0 to {@value #MAX_USD}; above
 *     it the rest is written without a model. It lowers the cap of the installation, and never lifts it
 * @param maxTokens read and written by models at most for this job, as above; up to {@value #MAX_TOKENS}
 * @param estimateOnly whether to tell only what the job would cost, and write nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Options(
        List<String> documents,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sections,
        @Nullable String detail,
        @Nullable String diagrams,
        @Nullable String scenario,
        @Nullable String language,
        @Nullable String writer,
        @Nullable String callbackUrl,
        @Nullable BigDecimal maxUsd,
        @Nullable Long maxTokens,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean estimateOnly) {

    public static final int MAX_BYTES = 64 * 1024;
    public static final int MAX_SECTIONS = 100;
    public static final int MAX_USD = 1_000;
    public static final long MAX_TOKENS = 1_000_000_000;

    /** Of the partial document in Markdown that may come with the scenario {@code hybrid}. */
    public static final int MAX_EXISTING_BYTES = 1024 * 1024;

    /** What this version can write; others are refused by name, not silently replaced. */
    private static final Set<String> DOCUMENTS = Set.of("srs", "functional-spec", "tech-design");

    private static final Set<String> DETAILS = Set.of("overview", "standard", "comprehensive");
    private static final Set<String> DIAGRAMS = Set.of("mermaid", "plantuml", "ascii", "text");
    private static final Set<String> SCENARIOS =
            Set.of("brownfield", "greenfield", "hybrid", "migration");
    private static final Set<String> LANGUAGES = Set.of("en", "de", "hi");
    private static final Set<String> WRITERS = Set.of("auto", "extractive");

    @SuppressWarnings("NullAway") // JSON may leave any of them out
    public Options {
        documents =
                documents == null || documents.isEmpty() ? List.of("srs") : List.copyOf(documents);
        sections = sections == null ? List.of() : List.copyOf(sections);
        detail = detail == null ? "standard" : detail;
        diagrams = diagrams == null ? "mermaid" : diagrams;
        scenario = scenario == null ? "brownfield" : scenario;
        language = language == null ? "en" : language;
        writer = writer == null ? "auto" : writer;
    }

    /** A job that is written, within the caps of the installation. */
    @SuppressWarnings("NullAway") // as above
    public Options(
            List<String> documents,
            List<String> sections,
            @Nullable String detail,
            @Nullable String diagrams,
            @Nullable String scenario,
            @Nullable String language,
            @Nullable String writer,
            @Nullable String callbackUrl) {
        this(
                documents,
                sections,
                detail,
                diagrams,
                scenario,
                language,
                writer,
                callbackUrl,
                null,
                null,
                false);
    }

    /** All sections of the documents. */
    @SuppressWarnings("NullAway") // as above
    public Options(
            List<String> documents,
            @Nullable String detail,
            @Nullable String diagrams,
            @Nullable String scenario,
            @Nullable String language,
            @Nullable String writer,
            @Nullable String callbackUrl) {
        this(documents, List.of(), detail, diagrams, scenario, language, writer, callbackUrl);
    }

    /** An SRS in standard detail. */
    public static Options defaults() {
        return new Options(List.of(), null, null, null, null, null, null);
    }

    /** Whether there is nothing to write from without an archive. */
    public boolean needsArchive() {
        return !"greenfield".equals(scenario);
    }

    /** Whether a partial document may come with it, to be kept. */
    public boolean keepsExisting() {
        return "hybrid".equals(scenario);
    }

    /** What is wrong with the content, one entry per field; empty when it may be submitted. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            oneOf("documents[" + i + "]", documents.get(i), DOCUMENTS, faults);
        }
        oneOf("detail", detail, DETAILS, faults);
        oneOf("diagrams", diagrams, DIAGRAMS, faults);
        oneOf("scenario", scenario, SCENARIOS, faults);
        oneOf("language", language, LANGUAGES, faults);
        oneOf("writer", writer, WRITERS, faults);
        if (callbackUrl != null
                && (callbackUrl.isBlank() || callbackUrl.length() > CallbackAddress.MAX_LENGTH)) {
            faults.add(new FieldError("callbackUrl", "must have 1 to 2,000 characters"));
        }
        between("maxUsd", maxUsd, MAX_USD, faults);
        between(
                "maxTokens",
                maxTokens == null ? null : new BigDecimal(maxTokens),
                MAX_TOKENS,
                faults);
        if (sections.size() > MAX_SECTIONS) {
            faults.add(new FieldError("sections", "must hold at most " + MAX_SECTIONS + " ids"));
        } else if (faults.isEmpty()) {
            faults.addAll(SectionNames.faults(this));
        }
        return List.copyOf(faults);
    }

    private static void oneOf(
            String field, @Nullable String value, Set<String> allowed, List<FieldError> faults) {
        if (value == null || !allowed.contains(value)) {
            String names = String.join(", ", allowed.stream().sorted().toList());
            faults.add(new FieldError(field, "is not available: use one of " + names));
        }
    }

    private static void between(
            String field, @Nullable BigDecimal value, long most, List<FieldError> faults) {
        if (value != null && (value.signum() < 0 || value.compareTo(new BigDecimal(most)) > 0)) {
            faults.add(
                    new FieldError(
                            field, String.format(Locale.ROOT, "must be from 0 to %,d", most)));
        }
    }
}
