package io.digitalworker.generator.estimate;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.PromptLimits;
import io.digitalworker.document.prompt.SectionPrompt;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.facts.source.SourceTree;
import java.util.Optional;

/** The prompts of sections, made for their sizes and never sent. */
final class SectionPrompts implements Estimates.Prompting {
    /** As long as the random ones; nothing is sent. */
    private static final String DELIMITER = "0123456789abcdef0123456789abcdef";

    private final ExtractiveWriter writer = new ExtractiveWriter();
    private final PromptLimits limits;

    SectionPrompts(PromptLimits limits) {
        this.limits = limits;
    }

    @Override
    public Optional<Estimates.SizedPrompt> of(SectionBrief brief, SourceTree tree) {
        if (!SectionPrompt.isFor(brief)) {
            return Optional.empty();
        }
        Prompt prompt = SectionPrompt.of(brief, writer.write(brief), tree, limits).first(DELIMITER);
        long turns = prompt.turns().stream().mapToLong(turn -> turn.text().length()).sum();
        long characters = prompt.system().length() + prompt.shared().length() + turns;
        long tokens = (long) Math.ceil(characters / limits.charsPerToken());
        return Optional.of(new Estimates.SizedPrompt(prompt, tokens));
    }
}
