package io.digitalworker.document.prompt;

import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.writing.ExtractiveWriter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A section of a sample, asked of a model, with what stands in the prompt about it. */
record Asking(Sample sample, SectionBrief brief, SectionDraft draft, SectionPrompt prompt) {
    static final String DELIMITER = "x7Kq9ZpLw3RtVb5NyM2s";
    static final List<String> DOCUMENTS = List.of("srs", "functional-spec", "tech-design");

    static Asking example(String document, String section) {
        return of(as(Sample.example(), document), section, PromptLimits.of(40_000));
    }

    /** The sample as it is written up comprehensively in a document. */
    static Sample as(Sample sample, String document) {
        Options options =
                new Options(List.of(document), "comprehensive", null, null, null, null, null);
        return sample.gathered(Outline.all(options).get(0));
    }

    static Asking of(Sample sample, String section, PromptLimits limits) {
        return all(sample, limits)
                .filter(each -> each.brief().section().id().equals(section))
                .findFirst()
                .orElseThrow();
    }

    /** All sections of the sample's document that a model writes. */
    static Stream<Asking> all(Sample sample, PromptLimits limits) {
        return sample.material().briefs().stream()
                .filter(SectionPrompt::isFor)
                .map(brief -> of(sample, brief, limits));
    }

    static Asking of(Sample sample, SectionBrief brief, PromptLimits limits) {
        SectionDraft draft = new ExtractiveWriter().write(brief);
        SectionPrompt prompt = SectionPrompt.of(brief, draft, sample.tree(), limits);
        return new Asking(sample, brief, draft, prompt);
    }

    /** The same under other limits. */
    Asking within(PromptLimits limits) {
        return of(sample, brief, limits);
    }

    Prompt first() {
        return prompt.first(DELIMITER);
    }

    /** All that is sent the first time. */
    String text() {
        Prompt first = first();
        return first.system() + "\n" + first.shared() + "\n" + first.turns().get(0).text();
    }

    /** What stands in the job's and the section's material, without the rules. */
    String material() {
        Prompt first = first();
        return first.shared() + "\n" + first.turns().get(0).text();
    }

    /** The handle at the start of the line that holds all the words. */
    String handle(String... words) {
        return line(words).replaceFirst("[ ,:].*", "");
    }

    /** The handle of the place in the line that holds all the words. */
    String place(String... words) {
        return Pattern.compile("\\bE\\d+\\b")
                .matcher(line(words))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    String line(String... words) {
        return material()
                .lines()
                .filter(line -> Stream.of(words).allMatch(line::contains))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line with " + List.of(words)));
    }

    @Override
    public String toString() {
        return brief.material().outline().document() + " " + brief.section().id();
    }
}
