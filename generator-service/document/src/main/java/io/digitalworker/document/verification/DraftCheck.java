package io.digitalworker.document.verification;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;
import java.util.Set;

/**
 * Checks what a model wrote (ADR 14), sentence by sentence: all rules for writers and those for model
 * prose. Made once for a document; may be used by several threads, one section each.
 */
public final class DraftCheck {
    private final ModelSentences sentences;

    private DraftCheck(ModelSentences sentences) {
        this.sentences = sentences;
    }

    /** A check of what is written from this material. */
    public static DraftCheck of(SourceTree tree, Material material) {
        return new DraftCheck(ModelSentences.of(tree, material));
    }

    /**
     * The same check of what was written from a prompt that shows these files, whose words are not the
     * model's own. Those of what was found for features and linked to them are known.
     *
     * @param files by path
     */
    public DraftCheck showing(Set<String> files) {
        return new DraftCheck(sentences.showing(files));
    }

    /** The blocks without their faulty sentences, and the faults. */
    public CheckedBlocks check(String section, List<Block> written) {
        return check(section, written, Set.of());
    }

    /**
     * The same.
     *
     * @param tokens that must not appear in the words, such as the delimiter of the prompt
     */
    public CheckedBlocks check(String section, List<Block> written, Set<String> tokens) {
        return new ModelBlocks(sentences, section, tokens).checked(written);
    }

    /** The questions of a model that may be asked. */
    public List<Question> sound(String section, List<Question> questions, Set<String> tokens) {
        return new ModelBlocks(sentences, section, tokens).sound(questions);
    }
}
