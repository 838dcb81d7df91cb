package io.digitalworker.document.revision;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Retrieval;
import io.digitalworker.facts.fact.Call;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;
import java.util.Optional;

/** What the code holds on a question: the members that fit it best, and the facts that stand there. */
record AnswerSources(List<Chunk> code, List<Fact> facts) {
    private static final String QUESTION = "question";

    AnswerSources {
        code = List.copyOf(code);
        facts = List.copyOf(facts);
    }

    /**
     * At most so many of each; none where nothing fits well enough.
     *
     * @param known the words of the question that documents have, where nothing fits all of it
     */
    static AnswerSources of(
            SourceTree tree, Material material, String question, String known, int most) {
        AnswerSources found = of(tree, material, question, most);
        return found.code().isEmpty() && !known.isEmpty() ? of(tree, material, known, most) : found;
    }

    private static AnswerSources of(SourceTree tree, Material material, String question, int most) {
        Feature asked = new Feature(QUESTION, question);
        Descriptor descriptor =
                new Descriptor(
                        material.moduleName(),
                        List.of(asked),
                        material.version(),
                        List.of(),
                        List.of(),
                        List.of());
        List<Chunk> code;
        try (Retrieval retrieval = Retrieval.over(tree, material.facts(), descriptor)) {
            code =
                    retrieval.find(asked, material.moduleName(), most).matches().stream()
                            .map(FeatureEvidence.Match::chunk)
                            .toList();
        }
        List<Fact> facts =
                material.facts().facts().stream()
                        .filter(fact -> !(fact instanceof Call))
                        .filter(fact -> code.stream().anyMatch(c -> meets(c, fact)))
                        .limit(most)
                        .toList();
        return new AnswerSources(code.stream().filter(AnswerSources::isDeclared).toList(), facts);
    }

    /** Pieces of files have no lines of their own that a document may cite; their facts have. */
    private static boolean isDeclared(Chunk chunk) {
        return !chunk.kind().equals(Chunk.FILE);
    }

    private static boolean meets(Chunk chunk, Fact fact) {
        Evidence code = chunk.evidence();
        return Optional.of(fact.evidence())
                .filter(e -> e.path().equals(code.path()))
                .filter(e -> e.startLine() <= code.endLine() && e.endLine() >= code.startLine())
                .isPresent();
    }
}
