package io.digitalworker.generator.writing;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prompt.PromptFiles;
import io.digitalworker.document.prompt.PromptLimits;
import io.digitalworker.document.prompt.SectionPrompt;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.publication.Manuscript;
import io.digitalworker.document.publication.ModelUse;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.SectionWriting;
import io.digitalworker.document.verification.DraftCheck;
import io.digitalworker.document.writing.GivenAnswers;
import io.digitalworker.document.writing.SectionWriter;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Usage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the sections of one job with a model. The extractive section is made first, and stays where the
 * model brings nothing better. A finished section is kept before it is given out, so that another attempt
 * does not pay for it again.
 */
final class BedrockWriter implements JobWriter {
    private final SectionWriter extractive;
    private final SourceTree tree;
    private final Editors editors;
    private final Checkpoints checkpoints;
    private final boolean asking;
    private final int atOnce;
    private final Map<String, DraftCheck> checks = new ConcurrentHashMap<>();
    private final Map<String, SectionWriting> written = new ConcurrentHashMap<>();

    /**
     * @param asking whether a model is asked for what is not finished
     * @param atOnce sections that wait for a model at the same time
     */
    BedrockWriter(
            SectionWriter extractive,
            SourceTree tree,
            Editors editors,
            Checkpoints checkpoints,
            boolean asking,
            int atOnce) {
        this.extractive = extractive;
        this.tree = tree;
        this.editors = editors;
        this.checkpoints = checkpoints;
        this.asking = asking;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return "bedrock";
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public SectionDraft write(SectionBrief brief) {
        if (SectionPrompt.isFor(brief)) {
            return withModel(brief, extractive.draft(brief))
                    .orElseGet(() -> extractive.write(brief));
        }
        noteLanguage(brief);
        return extractive.write(brief);
    }

    /** Empty where the extractive section has to do. */
    private Optional<SectionDraft> withModel(SectionBrief brief, SectionDraft draft) {
        SectionPrompt prompt = prompt(brief, draft, limits());
        String document = document(brief);
        String section = brief.section().id();
        String digest = digest(document, section, prompt);
        Optional<Checkpoint> kept = checkpoints.find(document, section, digest);
        if (kept.isEmpty() && !asking) {
            return Optional.empty();
        }
        Checkpoint finished = kept.orElseGet(() -> converse(brief, draft, prompt));
        if (kept.isEmpty()) {
            checkpoints.keep(finished, digest);
        }
        written.put(key(document, section), finished.writing());
        return finished.answer().isEmpty()
                ? Optional.empty()
                : Optional.of(assembled(brief, prompt, finished));
    }

    private SectionDraft assembled(SectionBrief brief, SectionPrompt prompt, Checkpoint finished) {
        Judged judged =
                Judged.of(
                        finished.answer(),
                        prompt,
                        check(brief),
                        brief.section().id(),
                        finished.delimiter());
        return GivenAnswers.in(brief, prompt.assemble(judged.parts(), judged.questions()));
    }

    private Checkpoint converse(SectionBrief brief, SectionDraft draft, SectionPrompt prompt) {
        return new SectionConversation(
                        editors,
                        document(brief),
                        brief.section().id(),
                        new Asked(brief, draft, prompt),
                        check(brief),
                        editors.delimiter())
                .hold();
    }

    /** The same prompt, shorter where a model has more tokens in its text than usual. */
    private final class Asked implements SectionConversation.Question {
        private final SectionBrief brief;
        private final SectionDraft draft;
        private final SectionPrompt whole;

        Asked(SectionBrief brief, SectionDraft draft, SectionPrompt whole) {
            this.brief = brief;
            this.draft = draft;
            this.whole = whole;
        }

        @Override
        public SectionPrompt whole() {
            return whole;
        }

        @Override
        public SectionPrompt within(double bytesPerToken) {
            return bytesPerToken < PromptLimits.CHARS_PER_TOKEN
                    ? prompt(brief, draft, limits().corrected(bytesPerToken))
                    : whole;
        }
    }

    private PromptLimits limits() {
        return PromptLimits.of(editors.promptTokens());
    }

    private SectionPrompt prompt(SectionBrief brief, SectionDraft draft, PromptLimits limits) {
        return SectionPrompt.of(brief, draft, tree, limits);
    }

    private DraftCheck check(SectionBrief brief) {
        Material material = brief.material();
        return checks.computeIfAbsent(document(brief), name -> DraftCheck.of(tree, material));
    }

    private void noteLanguage(SectionBrief brief) {
        if (!brief.material().outline().language().startsWith("en")) {
            SectionWriting by =
                    SectionWriting.extractive(
                            document(brief), brief.section().id(), SectionWriting.LANGUAGE);
            written.put(key(by.document(), by.section()), by);
        }
    }

    private static String document(SectionBrief brief) {
        return brief.material().outline().document();
    }

    /** What the section depends on beside what the prompt says. */
    private String digest(String document, String section, SectionPrompt prompt) {
        String all =
                String.join(
                        "\n",
                        document,
                        section,
                        prompt.digest(),
                        PromptFiles.version(),
                        String.join(",", editors.models().ids()));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public RunRecord told(RunRecord run, List<Manuscript> manuscripts) {
        List<SectionWriting> sections =
                manuscripts.stream()
                        .flatMap(
                                manuscript ->
                                        manuscript.drafts().stream()
                                                .map(draft -> key(manuscript, draft)))
                        .map(written::get)
                        .filter(Objects::nonNull)
                        .toList();
        return run.by(use(sections), sections);
    }

    /** Of all attempts, by the ledger. */
    private ModelUse use(List<SectionWriting> sections) {
        JobUsage used = editors.asker().budget().usage();
        Usage settled = used.settled();
        boolean asked = settled.calls() > 0 || used.openReservations() > 0;
        return new ModelUse(
                asked ? editors.models().ids().get(0) : "",
                (int) sections.stream().filter(SectionWriting::isFallback).count(),
                settled.calls(),
                settled.tokensIn(),
                settled.tokensOut(),
                settled.tokensCached(),
                settled.microUsd(),
                used.reservedMicroUsd(),
                asked ? editors.asker().budget().priceTable() : "");
    }

    private static String key(Manuscript manuscript, SectionDraft draft) {
        return key(manuscript.material().outline().document(), draft.section().id());
    }

    private static String key(String document, String section) {
        return document + "." + section;
    }
}
