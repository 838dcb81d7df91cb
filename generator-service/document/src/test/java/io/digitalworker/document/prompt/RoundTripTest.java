package io.digitalworker.document.prompt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prompt.ParsedAnswer.Part;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.document.writing.ExtractiveWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the extractive drafts say can be said by handles, and means the same when it is read back. */
class RoundTripTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Asking> sections() {
        return AssemblingTest.sections();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSentenceOfTheDraftIsReadBackAsItWas(Asking asking) {
        Writing writing = new Writing(asking);
        asking.draft().blocks().stream()
                .flatMap(Block::sentences)
                .filter(
                        sentence ->
                                sentence.spans().stream().noneMatch(Span.Quote.class::isInstance))
                .distinct()
                .forEach(
                        sentence ->
                                writing.answer(List.of(sentence))
                                        .ifPresent(answer -> check(asking, sentence, answer)));
    }

    private static void check(Asking asking, Sentence sentence, String answer) {
        ParsedAnswer parsed = asking.prompt().parse(answer);
        assertThat(parsed.faults()).as(answer).isEmpty();
        Part.Written written = (Part.Written) parsed.parts().get(0);
        Sentence read = written.block().sentences().findFirst().orElseThrow();
        assertThat(read.shown()).isEqualTo(sentence.shown().strip());
        assertThat(mentions(read)).isEqualTo(mentions(sentence));
        assertThat(read.evidence()).isEqualTo(sentence.evidence());
        assertThat(read.claimClass()).isEqualTo(sentence.claimClass());
    }

    private static List<Span.Mention> mentions(Sentence sentence) {
        return sentence.spans().stream()
                .filter(Span.Mention.class::isInstance)
                .map(Span.Mention.class::cast)
                .toList();
    }

    @Test
    void mostSentencesOfTheDraftsCanBeSaidByHandles() {
        long all = 0;
        long said = 0;
        for (Asking asking : sections().toList()) {
            Writing writing = new Writing(asking);
            List<Sentence> sentences =
                    asking.draft().blocks().stream()
                            .filter(b -> b instanceof Block.Paragraph || b instanceof Block.Bullets)
                            .flatMap(Block::sentences)
                            .filter(each -> each.claimClass() != ClaimClass.PROPOSED)
                            .toList();
            all += sentences.size();
            said += sentences.stream().filter(s -> writing.answer(List.of(s)).isPresent()).count();
        }
        assertThat(said).as("of %d sentences", all).isGreaterThanOrEqualTo(all * 95 / 100);
    }

    @Test
    void aDocumentWhoseNarrativeWasSaidByHandlesPassesVerificationWithoutAFault() {
        Sample sample = Asking.as(Sample.example(), "srs");
        List<SectionDraft> drafts = new ArrayList<>();
        int rewritten = 0;
        for (SectionBrief brief : sample.material().briefs()) {
            if (!SectionPrompt.isFor(brief)) {
                drafts.add(new ExtractiveWriter().write(brief));
                continue;
            }
            Asking asking = Asking.of(sample, brief, PromptLimits.of(40_000));
            Writing writing = new Writing(asking);
            List<Part> parts = new ArrayList<>();
            for (Piece piece : Piece.of(asking.draft().blocks())) {
                Block first = piece.blocks().get(0);
                Optional<String> answer =
                        piece.carries() || !(first instanceof Block.Paragraph)
                                ? Optional.empty()
                                : writing.answer(first.sentences().toList());
                if (answer.isPresent()) {
                    parts.addAll(asking.prompt().parse(answer.get()).parts());
                    rewritten++;
                } else {
                    parts.add(new Part.Kept(piece.handle()));
                }
            }
            drafts.add(asking.prompt().assemble(parts, List.of()));
        }
        assertThat(rewritten).isPositive();
        Verified verified = Verification.of(sample.tree(), sample.material()).check(drafts);
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.claimsRemoved()).isZero();
    }

    /** Says sentences the way a model would. */
    private record Writing(Asking asking) {
        Optional<String> answer(List<Sentence> sentences) {
            ArrayNode said = JSON.createArrayNode();
            for (Sentence sentence : sentences) {
                String words = words(sentence);
                if (words.contains("…") || words.isBlank() || !isForAModel(sentence)) {
                    return Optional.empty();
                }
                said.add(sentence(sentence, words));
            }
            ObjectNode answer = JSON.createObjectNode();
            answer.putArray("blocks").addObject().put("kind", "paragraph").set("sentences", said);
            answer.putArray("questions");
            boolean cited = !said.toString().contains("\"\"");
            return cited ? Optional.of(answer.toString()) : Optional.empty();
        }

        /** No intention, and no braces of its own as examples of messages have them. */
        private static boolean isForAModel(Sentence sentence) {
            return sentence.claimClass() != ClaimClass.PROPOSED
                    && sentence.spans().stream()
                            .filter(Span.Text.class::isInstance)
                            .noneMatch(words -> words.shown().matches("(?s).*[{}].*"));
        }

        private ObjectNode sentence(Sentence sentence, String words) {
            ObjectNode node = JSON.createObjectNode().put("say", words);
            node.put("class", sentence.claimClass().key());
            ArrayNode evidence = node.putArray("evidence");
            sentence.evidence().forEach(id -> evidence.add(place(id)));
            return node;
        }

        private String words(Sentence sentence) {
            Mentions mentions = new Mentions(handles(), asking.sample().material());
            return sentence.spans().stream().map(mentions::written).collect(Collectors.joining());
        }

        private String place(String id) {
            return handles().place(id).flatMap(handles().places::find).orElse("");
        }

        private Handles handles() {
            return asking.prompt().handles();
        }
    }
}
